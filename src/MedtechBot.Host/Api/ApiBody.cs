using System.Text.Json;
using MedtechBot.Consultations;

namespace MedtechBot.Host.Api;

/// <summary>Reads what a program sends, and says what to send where that cannot be used.</summary>
internal static class ApiBody
{
    public const int Largest = 256 * 1024;

    /// <summary>So much is read to the end, so that whoever sends too much still hears why.</summary>
    public const int MostRead = 4 * Largest;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>The body as it came; read once and remembered.</summary>
    public static async Task<(byte[] Bytes, ApiAnswer? Refusal)> BytesAsync(HttpContext http)
    {
        if (http.Features.Get<ReadBody>() is { } read)
        {
            return (read.Bytes, null);
        }
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        var isTooLarge = false;
        for (int count; (count = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            isTooLarge |= body.Length + count > Largest;
            if (!isTooLarge)
            {
                body.Write(buffer, 0, count);
            }
        }
        if (isTooLarge)
        {
            return ([], ApiProblem.Of(413));
        }
        var bytes = body.ToArray();
        http.Features.Set(new ReadBody(bytes));
        return (bytes, null);
    }

    /// <param name="shape">What is expected, as an example.</param>
    public static async Task<(T? Body, ApiAnswer? Refusal)> ReadAsync<T>(HttpContext http, string shape) where T : class
    {
        var (bytes, refusal) = await BytesAsync(http);
        if (refusal is not null)
        {
            return (null, refusal);
        }
        if (!http.Request.HasJsonContentType())
        {
            return (null, ApiProblem.Answer(415, "unsupported-media-type", "The body is not declared as JSON", "Send Content-Type: application/json."));
        }
        try
        {
            if (JsonSerializer.Deserialize<T>(bytes, Json) is { } body)
            {
                return (body, null);
            }
        }
        // Halves of characters surface as InvalidOperationException.
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
        }
        return (null, ApiProblem.Bad($"Send one JSON object in UTF-8, every member once and of the right type, such as {shape}"));
    }

    /// <summary>A text that must be there; cleaned of what cannot be seen.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static ApiAnswer? Text(string? given, string name, int longest, bool keepLines, out string text)
    {
        text = IntakeForm.Clean(given, keepLines) ?? "";
        return text.Length == 0 ? ApiProblem.Bad($"\"{name}\" is missing or empty.")
            : text.Length > longest ? ApiProblem.Bad($"\"{name}\" may have at most {longest} characters; this one has {text.Length}.")
            : null;
    }

    private sealed record ReadBody(byte[] Bytes);
}
