using System.Text.Json.Nodes;
using MedtechBot.Teams;

namespace MedtechBot.Host.Teams;

/// <summary>Answers invokes, which are calls that the client waits for: a button of a card, a search, a form.</summary>
internal interface ITeamsInvoke
{
    /// <summary>What it answers, as clients write it: <c>adaptiveCard/action</c> and the like.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <param name="activity">From a sender that was checked; what it carries may still be anything.</param>
    Task<InvokeAnswer> AnswerAsync(HttpContext http, TeamsActivity activity);
}

/// <summary>The answer of an invoke.</summary>
/// <param name="Body">Null for none.</param>
internal sealed record InvokeAnswer(int Status, JsonNode? Body)
{
    public static InvokeAnswer Done => new(StatusCodes.Status200OK, new JsonObject());

    public static InvokeAnswer Of(JsonNode body) => new(StatusCodes.Status200OK, body);

    public static InvokeAnswer BadRequest => Error(StatusCodes.Status400BadRequest, "BadRequest", "The value is not as it must be.");

    public static InvokeAnswer Unknown => Error(StatusCodes.Status501NotImplemented, "NotSupported", "The bot does not answer this.");

    private static InvokeAnswer Error(int status, string code, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
}
