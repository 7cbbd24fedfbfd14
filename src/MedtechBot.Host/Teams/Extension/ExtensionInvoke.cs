using MedtechBot.Host.DirectLine;
using MedtechBot.Host.RequestLimits;
using MedtechBot.Teams;

namespace MedtechBot.Host.Teams.Extension;

/// <summary>Searches from the compose box as Teams asks for them; each client sends one with every few letters that are typed.</summary>
internal sealed class ExtensionInvoke(ExtensionAnswers answers, TeamsSettings settings, VisitLimits limits, PublicAddress address) : ITeamsInvoke
{
    private const string Search = "composeExtension/query";
    private const string Choose = "composeExtension/selectItem";

    public IReadOnlyCollection<string> Names => [Search, Choose];

    public async Task<InvokeAnswer> AnswerAsync(HttpContext http, TeamsActivity activity)
    {
        if (limits.Refuse(http, Door.Turn, OpenTeamsConversation.AskerIdOf(activity.ChannelId, activity.TenantId, activity.From)) is not null)
        {
            return new InvokeAnswer(StatusCodes.Status429TooManyRequests, null);
        }
        // Accounts of the desk are tied to people of the bot's own tenant, where it has one.
        var isOwnTenant = settings.TenantId is null || string.Equals(activity.TenantId, settings.TenantId, StringComparison.OrdinalIgnoreCase);
        var visitor = new ExtensionVisitor(isOwnTenant ? activity.From.AadObjectId : null, TeamsWords.LanguageOf(activity.Locale), address.ForLinks(http));
        var answer = activity.Name == Search
            ? await answers.SearchAsync(activity.Value, visitor, http.RequestAborted)
            : await answers.ChooseAsync(activity.Value, visitor, http.RequestAborted);
        return answer is null ? InvokeAnswer.BadRequest : InvokeAnswer.Of(answer);
    }
}
