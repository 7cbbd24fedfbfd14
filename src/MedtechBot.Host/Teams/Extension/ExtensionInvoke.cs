using MedtechBot.Host.DirectLine;
using MedtechBot.Host.RequestLimits;
using MedtechBot.Teams;
using MedtechBot.Teams.Coordinators;

namespace MedtechBot.Host.Teams.Extension;

/// <summary>Searches from the compose box as Teams asks for them; each client sends one with every few letters that are typed.</summary>
internal sealed class ExtensionInvoke(ExtensionAnswers answers, VisitLimits limits, PublicAddress address) : ITeamsInvoke
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
        var visitor = new ExtensionVisitor(TeamsIdentity.Of(activity), TeamsWords.LanguageOf(activity.Locale), address.ForLinks(http));
        var answer = activity.Name == Search
            ? await answers.SearchAsync(activity.Value, visitor, http.RequestAborted)
            : await answers.ChooseAsync(activity.Value, visitor, http.RequestAborted);
        return answer is null ? InvokeAnswer.BadRequest : InvokeAnswer.Of(answer);
    }
}
