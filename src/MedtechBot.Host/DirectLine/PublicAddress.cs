namespace MedtechBot.Host.DirectLine;

/// <summary>The addresses the product is reached at. Setting <c>MedtechBot:PublicUrl</c>; without it, whatever the request came to.</summary>
public sealed class PublicAddress
{
    private readonly Uri? _publicUrl;

    public PublicAddress(IConfiguration configuration)
    {
        if (configuration["MedtechBot:PublicUrl"] is not { Length: > 0 } setting)
        {
            return;
        }
        if (!Uri.TryCreate(setting, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException("The setting MedtechBot:PublicUrl must be an absolute address such as https://bot.example.jp.");
        }
        _publicUrl = url;
    }

    /// <summary>For links in what is sent unasked; without a slash at the end, null when no setting says it.</summary>
    public string? Configured => _publicUrl?.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <summary>For links that people open and pass on; without a slash at the end.</summary>
    public string ForLinks(HttpContext http) => Configured ?? $"{http.Request.Scheme}://{http.Request.Host}";

    /// <summary>For sockets, which must stay on the page's own host; secure also when TLS ends at a proxy before us.</summary>
    public string ForSockets(HttpContext http)
    {
        var secure = http.Request.IsHttps || (_publicUrl?.Scheme == "https" && _publicUrl.Authority == http.Request.Host.Value);
        return $"{(secure ? "wss" : "ws")}://{http.Request.Host}";
    }
}
