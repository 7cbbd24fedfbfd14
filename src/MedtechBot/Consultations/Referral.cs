namespace MedtechBot.Consultations;

/// <summary>
/// The nine steps in which one organisation or city passes a company on to another, as the support network goes about it. All roles
/// stay within exchanging information: nobody negotiates for the company.
/// </summary>
public enum ReferralStep
{
    /// <summary>① 紹介先・紹介する商品の選定</summary>
    Selected = 1,

    /// <summary>② 企業の意向確認</summary>
    WishesConfirmed,

    /// <summary>③ 理由を添えた情報提供</summary>
    PassedOn,

    /// <summary>④ 紹介先での候補探索</summary>
    CandidatesSought,

    /// <summary>⑤ 候補への情報提供</summary>
    CandidatesInformed,

    /// <summary>⑥ 紹介元へのフィードバック</summary>
    FedBack,

    /// <summary>⑦ 承諾を得た候補を企業へ連絡</summary>
    CompanyInformed,

    /// <summary>⑧ 企業と候補の接触</summary>
    Contacted,

    /// <summary>⑨ 結果の報告</summary>
    ResultReported,
}

/// <summary>Where a referral stands.</summary>
/// <param name="Declined">Candidates who declined, with their reasons.</param>
/// <param name="CameToNothing">Why it was given up; null while it goes on.</param>
public sealed record Referral(string Id, string To, string Reason, ReferralStep Step, IReadOnlyList<(string Candidate, string Reason)> Declined, string? CameToNothing)
{
    public bool IsOpen => CameToNothing is null && Step != ReferralStep.ResultReported;

    /// <summary>The step that may come now; null when there is none.</summary>
    public ReferralStep? Next => IsOpen ? Step + 1 : null;

    /// <summary>Steps that rest on somebody's consent, which must be written down: the company's, and the candidate's.</summary>
    public static bool NeedsConsent(ReferralStep step) => step is ReferralStep.WishesConfirmed or ReferralStep.CompanyInformed;
}
