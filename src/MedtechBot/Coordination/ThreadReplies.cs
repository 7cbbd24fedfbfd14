using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>What an asker is told of words that were meant for a ticket: who has them, and how to reach somebody else.</summary>
/// <param name="ticket">As it was before.</param>
internal sealed class ThreadReplies(Ticket ticket, Activity kept, Language language)
{
    // What is longer is not written into a button.
    private const int LongestButton = 200;
    private const int MostOthers = 2;

    private bool English => language == Language.English;

    /// <param name="others">Other tickets of the asker that somebody is in charge of.</param>
    /// <param name="isWithheld">The words stand in the ticket and nowhere else.</param>
    public OutgoingMessage PassedOn(Ticket now, IReadOnlyList<Ticket> others, bool isWithheld)
    {
        var said = TicketAddress.Of(kept.Incoming?.Text ?? "").Text;
        var hasButtons = !isWithheld && said.Length is > 0 and <= LongestButton;
        string?[] parts =
        [
            Whom(now),
            isWithheld ? Say(
                $"秘密の相談の内容なので、この会話には残していません。[{now.Number} のページ](/consultations/{now.Number})でお読みいただけます。",
                $"As it belongs to a confidential consultation it is not kept in this conversation. You can read it on [the page of {now.Number}](/consultations/{now.Number}).") : null,
            hasButtons && SaidAfterClosing.IsQuestion(said) ? Say("ボットの回答もご希望でしたら、下のボタンを押してください。", "If you would like the bot's answer as well, use the button below.") : null,
            others.Count == 0 ? null : Say(
                $"別の相談あてのときは、はじめに番号を付けてお送りください(例: 「{others[0].Number}: …」)。",
                $"If it was for another consultation, begin with its number (for example \"{others[0].Number}: …\")."),
        ];
        return Reply("thread:", string.Join(English ? " " : "", parts.Where(p => p is not null))) with
        {
            Suggestions = hasButtons ? [ToTheBot.Address(said, English), .. others.Take(MostOthers).Select(o => TicketAddress.To(o.Number, said, English))] : [],
        };
    }

    public OutgoingMessage TooLong(int length) => Reply("thread-note:", Say(
        $"メッセージが長いため、{ticket.Number} には伝えていません。{TicketTexts.Longest:N0}文字以内に分けてお送りください(現在{length:N0}文字)。",
        $"The message is too long and was not passed on to {ticket.Number}. Please keep it within {TicketTexts.Longest:N0} characters (now {length:N0})."));

    public OutgoingMessage TooLate() => Reply("thread-note:", Say(
        $"{ticket.Number} は完了から日が経っているため、追加できません。「担当者に相談したい」から、新しい相談としてお送りください。",
        $"{ticket.Number} was completed too long ago to add to. Please open a new consultation.")) with
    {
        Suggestions = [Say("担当者に相談したい", "I would like to talk to a person")],
    };

    public OutgoingMessage Welcome() => Reply("thread-note:", Say(
        $"こちらこそ、ありがとうございました。{ticket.Number} は完了のままにしています。続きがあるときは「{ticket.Number}: …」とお書きください。",
        $"You are welcome. {ticket.Number} stays completed; to go on with it, write \"{ticket.Number}: …\"."));

    private string Whom(Ticket now) => (now.Holder, ticket.IsClosed) switch
    {
        (null, false) when ticket.FirstReplyAt is null => Say($"{now.Number} に追加しました。担当者が決まりしだい、お読みします。", $"Added to {now.Number}. Whoever takes charge of it will read it."),
        (_, true) => Say($"{now.Number} の対応を再開し、{AskerWords.Whom(now.Holder, language)}に伝えました。", $"{now.Number} goes on; passed on to {AskerWords.Whom(now.Holder, language)}."),
        _ => Say($"{AskerWords.Whom(now.Holder, language)}に伝えました({now.Number})。", $"Passed on to {AskerWords.Whom(now.Holder, language)} ({now.Number})."),
    };

    private OutgoingMessage Reply(string key, string text) => new() { DeliveryKey = key + kept.Id, Ticket = ticket.Number.Value, Text = text };

    private string Say(string japanese, string english) => English ? english : japanese;
}
