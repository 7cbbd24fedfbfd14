using System.Text;
using Microsoft.AspNetCore.Http;

namespace MedtechBot.Host.Tests.Vectors;

/// <summary>What an endpoint may answer instead of a vector for each text.</summary>
internal static class HostileAnswers
{
    public static IReadOnlyDictionary<string, Func<HttpContext, string[], Task>> All { get; } = new Dictionary<string, Func<HttpContext, string[], Task>>
    {
        ["an error"] = (http, _) => Fail(http, StatusCodes.Status500InternalServerError),
        ["a way elsewhere"] = (http, _) =>
        {
            http.Response.Headers.Location = "http://127.0.0.1:9/";
            return Fail(http, StatusCodes.Status307TemporaryRedirect);
        },
        ["no JSON"] = (http, _) => http.Response.WriteAsync("<html>" + EmbeddingServer.Key),
        ["nothing"] = (_, _) => Task.CompletedTask,
        ["another shape"] = (http, _) => Json(http, """{"data":{"embedding":[1,2]}}"""),
        ["null"] = (http, _) => Json(http, "null"),
        ["items of null"] = (http, texts) => Json(http, $"{{\"data\":[{string.Join(',', texts.Select(_ => "null"))}]}}"),
        ["no vectors"] = (http, _) => Json(http, """{"data":[]}"""),
        ["too many"] = (http, texts) => http.Response.WriteAsJsonAsync(EmbeddingServer.Answer(texts.Append("noch").Select(EmbeddingServer.VectorOf))),
        ["the same twice"] = (http, texts) => Json(http, """{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}"""),
        ["a place outside"] = (http, texts) => Json(http, """{"data":[{"index":-1,"embedding":[1]}]}"""),
        ["empty vectors"] = (http, texts) => Each(http, texts, ""),
        ["zeros"] = (http, texts) => Each(http, texts, string.Join(',', Enumerable.Repeat("0", 256))),
        ["no number"] = (http, texts) => Each(http, texts, "NaN,1"),
        ["a number written as one"] = (http, texts) => Each(http, texts, "\"NaN\",1"),
        ["numbers without end"] = (http, texts) => Each(http, texts, "1e999,1"),
        ["numbers whose length is none"] = (http, texts) => Each(http, texts, string.Join(',', Enumerable.Repeat("3e38", 256))),
        ["more numbers than any model"] = (http, texts) => Each(http, texts, string.Join(',', Enumerable.Repeat("1", 9000))),
        ["an answer without end"] = WriteForeverAsync,
    };

    private static Task Json(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json);
    }

    private static Task Each(HttpContext http, string[] texts, string numbers) =>
        Json(http, $"{{\"data\":[{string.Join(',', texts.Select((_, i) => $"{{\"index\":{i},\"embedding\":[{numbers}]}}"))}]}}");

    private static Task Fail(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task WriteForeverAsync(HttpContext http, string[] texts)
    {
        var piece = Encoding.UTF8.GetBytes(new string('1', 1 << 16));
        try
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(piece, http.RequestAborted);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException)
        {
        }
    }
}
