using System.Text.RegularExpressions;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>Tells an asker in the chat where their own tickets stand, when that is all that is asked.</summary>
public sealed partial class MyConsultations(TicketStore tickets, Conversations conversations, DeskTriage triage, TimeProvider time)
{
    private const int MostShown = 5;

    /// <returns>Null when something else is asked.</returns>
    public async Task<OutgoingMessage?> HandleAsync(ConversationRow conversation, Activity kept, IncomingMessage message, Language? language, CancellationToken cancellation)
    {
        if (!Asks().IsMatch(message.Text.Trim()))
        {
            return null;
        }
        var spoken = language ?? LanguageOf.Text(message.Text);
        var english = spoken == Language.English;
        var own = await conversations.ListForAskerAsync(conversation.AskerId, cancellation);
        var found = await tickets.ListOfConversationsAsync([.. own.Select(c => c.Id)], cancellation);
        var lines = found.Take(MostShown).Select(t => Line(t, spoken)).ToList();
        var text = lines.Count == 0
            ? english ? "You have no consultations with our staff yet." : "担当者への相談は、まだありません。"
            : (english ? "Your consultations:" : "担当者への相談の状況です。") + "\n\n" + string.Join('\n', lines)
                + "\n\n" + (english ? "[All consultations](/consultations)" : "[すべての相談を見る](/consultations)");
        var open = found.Where(t => !t.IsClosed).Take(MostShown).ToList();
        return new OutgoingMessage
        {
            DeliveryKey = "my-consultations:" + kept.Id,
            Text = text,
            // One of several would be a guess at whom the next message is for.
            Ticket = found.Count == 1 ? found[0].Number.Value : null,
            Card = open.Count > 0 ? TicketCards.Mine(open, spoken) : null,
        };
    }

    private string Line(Ticket ticket, Language language)
    {
        var promised = AskerWords.Of(triage.Standing(ticket, time.GetUtcNow()), language);
        return $"- [{ticket.Number}](/consultations/{ticket.Number}) **{AskerWords.Of(ticket.Status, language)}** {promised}".TrimEnd();
    }

    // The whole message, so that a question about consultations in general is none.
    [GeneratedRegex(@"\A(?:(?:自分|私|わたし|マイ)の?\s*相談(?:一覧|の?(?:状況|状態|進捗|履歴))?|相談の?(?:状況|進捗|一覧|履歴)|C-[0-9]{4}-[0-9]{4,10}(?:の(?:状況|状態|進捗))?|my\s+(?:consultations|tickets)|(?:consultation|ticket)\s+status)(?:は|を|が)?(?:見せて|見たい|確認|確認したい|知りたい|教えて|どうなっていますか|どうなってますか)?(?:ください|下さい|です|please)?[。.??!!\s]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();
}
