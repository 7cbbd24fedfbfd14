using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace MedtechBot.Host.WebChat;

/// <summary>
/// Microsoft's Web Chat, compressed when the product was built. Its address changes with its content, so a browser fetches it once.
/// </summary>
public sealed class WebChatBundle
{
    private readonly byte[] _brotli = Read("webchat.js.br");
    private readonly byte[] _gzip = Read("webchat.js.gz");

    public WebChatBundle() => Hash = Convert.ToHexStringLower(SHA256.HashData(_brotli))[..16];

    public string Hash { get; }

    public string Url => $"/webchat/{Hash}/webchat.js";

    public IResult Serve(HttpContext http, string hash)
    {
        if (hash != Hash)
        {
            return Results.NotFound();
        }
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        const string Type = "text/javascript; charset=utf-8";
        if (Accepts(http, "br"))
        {
            http.Response.Headers.ContentEncoding = "br";
            return Results.Bytes(_brotli, Type);
        }
        if (Accepts(http, "gzip"))
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return Results.Bytes(_gzip, Type);
        }
        return Results.Stream(new GZipStream(new MemoryStream(_gzip), CompressionMode.Decompress), Type);
    }

    private static bool Accepts(HttpContext http, string encoding)
    {
        var accepted = http.Request.GetTypedHeaders().AcceptEncoding;
        var named = accepted.FirstOrDefault(e => e.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)) ?? accepted.FirstOrDefault(e => e.Value == "*");
        return named is not null && named.Quality is null or > 0;
    }

    private static byte[] Read(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "webchat", name);
        return File.Exists(path) ? File.ReadAllBytes(path)
            : throw new InvalidOperationException($"webchat/{name} is missing beside the executable; build the product again with Node.js and npm installed.");
    }
}
