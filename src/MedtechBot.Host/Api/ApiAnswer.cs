using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace MedtechBot.Host.Api;

/// <summary>What the API says: JSON, written once, so that exactly this can be kept and said again.</summary>
internal sealed record ApiAnswer(int Status, string Body) : IResult, IStatusCodeHttpResult
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Where what was made is found.</summary>
    public string? Location { get; init; }

    /// <summary>The number of the ticket that it shows; null when it shows none.</summary>
    public string? Ticket { get; init; }

    int? IStatusCodeHttpResult.StatusCode => Status;

    public static ApiAnswer Of<T>(int status, T content) => new(status, JsonSerializer.Serialize(content, Json));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = (Status < 400 ? "application/json" : ApiProblem.ContentType) + "; charset=utf-8";
        if (Location is not null)
        {
            response.Headers.Location = Location;
        }
        return response.WriteAsync(Body, httpContext.RequestAborted);
    }
}
