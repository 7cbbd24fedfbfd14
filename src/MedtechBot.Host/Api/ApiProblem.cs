using System.ComponentModel;
using System.Text.Json.Serialization;

namespace MedtechBot.Host.Api;

/// <summary>Why something was not done (RFC 9457).</summary>
internal sealed record ApiProblem(
    [property: Description("Names the kind of problem and never changes; for programs.")] string Type,
    [property: Description("The kind of problem in a few words.")] string Title,
    [property: Description("The HTTP status.")] int Status,
    [property: Description("What was wrong this time, and what to do.")] string Detail)
{
    public const string ContentType = "application/problem+json";

    [Description("Who is in charge of the ticket, if that is the reason.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Holder { get; init; }

    /// <param name="code">The last part of the type.</param>
    public static ApiAnswer Answer(int status, string code, string title, string detail, string? holder = null) =>
        ApiAnswer.Of(status, new ApiProblem("urn:medtechbot:problem:" + code, title, status, detail) { Holder = holder });

    public static ApiAnswer Bad(string detail) => Answer(400, "bad-request", "The request cannot be used", detail);

    public static ApiAnswer Impossible(string code, string detail) => Answer(422, code, "The request cannot be carried out", detail);

    public static ApiAnswer NoTicket => Answer(404, "not-found", "Not found", "There is no such ticket, or this key may not see it.");

    public static ApiAnswer NoFile => Answer(404, "not-found", "Not found", "There is no such file with this ticket, or it was deleted.");

    public static ApiAnswer TooMany => Answer(429, "too-many-requests", "Too many requests", "Wait as many seconds as Retry-After says.");

    /// <summary>What went wrong before or behind the API's own code.</summary>
    public static ApiAnswer Of(int status) => status switch
    {
        404 => Answer(404, "not-found", "Not found", "The API has no such address; /api/openapi.json lists those it has."),
        405 => Answer(405, "method-not-allowed", "Method not allowed", "The header Allow names the methods of this address."),
        413 => Answer(413, "too-large", "The body is too large", $"Send at most {ApiBody.Largest / 1024} KB."),
        >= 500 => Answer(status, "failed", "Something went wrong", "This is our fault. With an Idempotency-Key it is safe to send the same request again."),
        _ => Answer(status, "bad-request", "The request cannot be used", "The request could not be read."),
    };
}
