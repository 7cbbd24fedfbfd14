using MedtechBot.Channels;
using MedtechBot.Host.Pages;
using MedtechBot.Host.RequestLimits;
using MedtechBot.Turns;

namespace MedtechBot.Host.QuickPage;

/// <summary>Takes a question from the quick page and leads to its answer; reloading the answer asks nothing again.</summary>
internal static class AskQuestion
{
    public static async Task<IResult> HandleAsync(HttpContext http, QuickAccess access, ConversationTurns turns)
    {
        var form = await QuickForm.ReadAsync(http);
        var question = form["q"].ToString().Trim();
        var id = form["c"].ToString();
        if (question.Length == 0)
        {
            return PageResult.SeeOther(http, id.Length > 0 && await access.FindOwnAsync(http, id) is not null ? $"/ask/{id}" : "/ask");
        }
        var conversation = id.Length > 0 ? await access.FindOwnAsync(http, id) : await access.StartAsync(http);
        if (conversation is null)
        {
            return ErrorPages.Show(http, StatusCodes.Status404NotFound);
        }
        var received = await turns.ReceiveAsync(conversation, new IncomingMessage { Text = question, Language = PageLanguage.ChosenIn(http) }, http.RequestAborted);
        if (received is null)
        {
            return TooManyRequests.Answer(http);
        }
        await received.Reply.WaitAsync(http.RequestAborted);
        return PageResult.SeeOther(http, $"/ask/{conversation.Id}#latest");
    }
}
