using MedtechBot.Host.Pages;
using MedtechBot.Turns;

namespace MedtechBot.Host.QuickPage;

/// <summary>Keeps a thumb on an answer.</summary>
internal static class RateAnswer
{
    public static async Task<IResult> HandleAsync(HttpContext http, string conversation, QuickAccess access, TurnLog log)
    {
        var form = await QuickForm.ReadAsync(http);
        Reaction? reaction = form["thumb"].ToString() switch { "up" => Reaction.Up, "down" => Reaction.Down, _ => null };
        var turn = form["turn"].ToString();
        if (reaction is null || await access.FindOwnAsync(http, conversation) is null || !await log.ReactAsync(conversation, turn, reaction.Value, cancellation: http.RequestAborted))
        {
            return ErrorPages.Show(http, StatusCodes.Status404NotFound);
        }
        return PageResult.SeeOther(http, $"/ask/{conversation}?rated={Uri.EscapeDataString(turn)}#t-{Uri.EscapeDataString(turn)}");
    }
}
