using System.Text.Json.Nodes;
using MedtechBot.Teams;

namespace MedtechBot.Host.Teams;

/// <summary>
/// What clients tell of signing in. The bot asks nobody to: who somebody is, the activity says. So there is nothing to verify, and a token
/// that is offered is not exchanged, which ends the client's attempt (412).
/// </summary>
internal sealed class SignInInvoke : ITeamsInvoke
{
    private const string Exchange = "signin/tokenExchange";

    public IReadOnlyCollection<string> Names => ["signin/verifyState", Exchange, "signin/failure"];

    public Task<InvokeAnswer> AnswerAsync(HttpContext http, TeamsActivity activity) => Task.FromResult(
        activity.Name != Exchange ? InvokeAnswer.Done
        : activity.Value is not JsonObject value ? InvokeAnswer.BadRequest
        : new InvokeAnswer(StatusCodes.Status412PreconditionFailed, new JsonObject
        {
            ["id"] = TextOf(value, "id"),
            ["connectionName"] = TextOf(value, "connectionName"),
            ["failureDetail"] = "The bot asks for no sign-in.",
        }));

    private static string? TextOf(JsonObject value, string name)
    {
        try
        {
            return TeamsActivityReader.Text(value, name, TeamsLengths.Activity);
        }
        catch (TeamsActivityException)
        {
            return null;
        }
    }
}
