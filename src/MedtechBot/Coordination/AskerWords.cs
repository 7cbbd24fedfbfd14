using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Promises;
using MedtechBot.People;

namespace MedtechBot.Coordination;

/// <summary>What askers are told of where their tickets stand. The desk says most of it in the same words.</summary>
public static class AskerWords
{
    internal static string Say(Language language, string japanese, string english) => language == Language.English ? english : japanese;

    public static string Of(TicketStatus status, Language language) => status switch
    {
        TicketStatus.Received => Say(language, "受付", "received"),
        TicketStatus.Checking => Say(language, "事前確認", "being checked"),
        TicketStatus.InProgress => Say(language, "対応中", "in progress"),
        TicketStatus.Waiting => Say(language, "ご返答待ち", "waiting for your answer"),
        TicketStatus.Answered => Say(language, "回答済", "answered"),
        TicketStatus.Referred => Say(language, "他窓口紹介", "being introduced elsewhere"),
        TicketStatus.OutOfScope => Say(language, "対象外", "closed: not within what this desk can do"),
        _ => Say(language, "完了", "completed"),
    };

    public static string Of(TicketOutcome outcome, Language language) => outcome switch
    {
        TicketOutcome.Answered => Say(language, "回答で解決", "settled by the reply"),
        TicketOutcome.Introduced => Say(language, "専門家を紹介", "introduced to an expert"),
        TicketOutcome.Referred => Say(language, "他の窓口を紹介", "passed on to another desk"),
        TicketOutcome.OutOfScope => Say(language, "対象外", "not within what this desk can do"),
        TicketOutcome.NoReply => Say(language, "返信なし", "no answer from you"),
        TicketOutcome.Withdrawn => Say(language, "取下げ", "taken back by you"),
        _ => Say(language, "他の相談と重複", "the same as another consultation"),
    };

    public static string Of(ReferralStep step, Language language) => step switch
    {
        ReferralStep.Selected => Say(language, "ご希望の確認待ち", "waiting for your wish"),
        ReferralStep.WishesConfirmed => Say(language, "ご希望を確認済み", "you agreed"),
        ReferralStep.PassedOn => Say(language, "紹介先に内容を伝達済み", "your matter was passed on"),
        ReferralStep.CandidatesSought => Say(language, "紹介先で候補を探しています", "candidates are being sought"),
        ReferralStep.CandidatesInformed => Say(language, "候補に打診しています", "candidates are being asked"),
        ReferralStep.FedBack => Say(language, "紹介先から返事がありました", "an answer came back"),
        ReferralStep.CompanyInformed => Say(language, "候補から承諾がありました", "a candidate agreed"),
        ReferralStep.Contacted => Say(language, "候補と連絡を取り合っています", "you are in contact"),
        _ => Say(language, "完了", "completed"),
    };

    /// <summary>By what name an asker knows somebody of the desk; a program that writes for it is the desk.</summary>
    public static string Name(string by, Language language) =>
        by.StartsWith(Person.KeyPrefix, StringComparison.Ordinal) ? language == Language.English ? "the desk" : "担当窓口" : by;

    /// <summary>The same where somebody is spoken of; nobody in charge is the desk as well.</summary>
    public static string Whom(string? by, Language language)
    {
        var name = Name(by ?? Person.KeyPrefix, language);
        return language == Language.English || name != by ? name : name + "さん";
    }

    /// <summary>When the first reply is promised; empty when nothing is promised any more.</summary>
    public static string Of(PromiseStanding? standing, Language language)
    {
        if (standing is null)
        {
            return "";
        }
        var by = PromiseWords.By(standing.Due, standing.IsApproximate, language);
        var english = language == Language.English;
        return standing.State switch
        {
            PromiseState.OnTime or PromiseState.DueSoon => english ? $"First reply {by}." : $"最初の回答は{by}の予定です。",
            PromiseState.Overdue => english ? $"The first reply was promised {by} and is late. We are sorry." : $"最初の回答が予定({by})より遅れています。申し訳ありません。",
            PromiseState.Paused => english ? "The promised day waits until you answer." : "ご返答をいただくまで、回答の予定日は止まっています。",
            _ => "",
        };
    }
}
