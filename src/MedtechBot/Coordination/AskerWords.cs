using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Promises;
using MedtechBot.People;

namespace MedtechBot.Coordination;

/// <summary>What askers are told of where their tickets stand.</summary>
public static class AskerWords
{
    internal static string Say(Language language, string japanese, string english) => language == Language.English ? english : japanese;

    public static string Of(TicketStatus status, Language language) => language == Language.English
        ? status switch
        {
            TicketStatus.Received => "received",
            TicketStatus.Checking => "being checked",
            TicketStatus.InProgress => "in progress",
            TicketStatus.Waiting => "waiting for your answer",
            TicketStatus.Answered => "answered",
            TicketStatus.Referred => "being introduced elsewhere",
            TicketStatus.OutOfScope => "closed: not within what this desk can do",
            _ => "completed",
        }
        : status switch
        {
            TicketStatus.Received => "受付",
            TicketStatus.Checking => "事前確認",
            TicketStatus.InProgress => "対応中",
            TicketStatus.Waiting => "ご返答待ち",
            TicketStatus.Answered => "回答済",
            TicketStatus.Referred => "他窓口紹介",
            TicketStatus.OutOfScope => "対象外",
            _ => "完了",
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
