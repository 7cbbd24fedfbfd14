using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations.Promises;

namespace MedtechBot.Consultations.Intake;

/// <summary>What the asker is told once a ticket is open: its number, what comes next, by when, what it costs and who sees it.</summary>
public static class IntakeConfirmation
{
    /// <param name="standing">What was promised; null when nothing was.</param>
    public static OutgoingMessage Of(Ticket ticket, string submissionId, PromiseStanding? standing, Language language)
    {
        var english = language == Language.English;
        var next = english ? "A coordinator reads it and replies here in this conversation." : "担当者が内容を確認し、この会話に返信します。";
        if (standing is not null)
        {
            var by = PromiseWords.By(standing.Due, standing.IsApproximate, language);
            next += english ? $" The first reply comes **{by}**." : $"最初の返信は **{by}** にお届けします。";
        }
        string?[] parts =
        [
            english ? $"Your consultation was accepted. Its number is **{ticket.Number}**." : $"相談を受け付けました。受付番号は **{ticket.Number}** です。",
            next,
            Cost(ticket.Details.Wish, english),
            ticket.Details.IsConfidential ? Secrecy(ticket.Details.SharesTranscript, english) : null,
            english
                ? "You can close the page: open it again in the same browser and the reply is here. Until somebody takes charge, feel free to go on asking the bot; after that, what you write here goes to them."
                : "ページを閉じても、同じブラウザーで開き直せば返信を読めます。担当者が決まるまでは、続けてボットに質問できます。決まった後は、ここに書いたことは担当者に届きます。",
            english
                ? $"See where it stands, add to it or withdraw it on [the page of {ticket.Number}](/consultations/{ticket.Number}), or by writing \"{MyConsultations(language)}\" here."
                : $"状況の確認・追記・取下げは、[{ticket.Number} のページ](/consultations/{ticket.Number})か、ここに「{MyConsultations(language)}」と書くとできます。",
        ];
        return new OutgoingMessage
        {
            DeliveryKey = "ticket:" + submissionId,
            Ticket = ticket.Number.Value,
            Text = string.Join("\n\n", parts.Where(p => p is not null)),
            Suggestions = [MyConsultations(language)],
        };
    }

    /// <summary>What brings the list of the asker's consultations when it is said in the chat.</summary>
    public static string MyConsultations(Language language) => language == Language.English ? "My consultations" : "自分の相談";

    private static string? Cost(Wish? wish, bool english) => (wish, english) switch
    {
        (Wish.What, false) => "「何をすべきか(What)」のご相談なので、原則無料の伴走相談です。",
        (Wish.What, true) => "You asked what to do (\"What\"): this is accompanying advice, free in principle.",
        (Wish.How, false) => "「どう実現するか(How)」のご相談なので、有料の専門家の紹介になります。費用は、紹介を受けるときに専門家に確かめてからお決めください。",
        (Wish.How, true) => "You asked how to do it (\"How\"): this becomes an introduction to paid experts. Ask them what it costs before you decide.",
        _ => null,
    };

    private static string Secrecy(bool sharesTranscript, bool english) => (sharesTranscript, english) switch
    {
        (false, false) => "秘密の相談として扱います。内容を読めるのは、担当するコーディネーターと管理者、担当者が共有した専門家だけです。この会話の質問と回答は見せません。",
        (true, false) => "秘密の相談として扱います。内容とこの会話の質問・回答を読めるのは、担当するコーディネーターと管理者、担当者が共有した専門家だけです。",
        (false, true) => "It is treated as confidential: only the coordinator in charge, administrators and experts it is shared with can read it. This conversation is not shown to them.",
        (true, true) => "It is treated as confidential: only the coordinator in charge, administrators and experts it is shared with can read it and this conversation.",
    };
}
