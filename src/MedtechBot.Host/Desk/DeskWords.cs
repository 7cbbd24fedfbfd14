using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Promises;
using MedtechBot.Consultations.Routing;
using MedtechBot.Coordination;
using MedtechBot.Deliveries;
using MedtechBot.Host.Pages;

namespace MedtechBot.Host.Desk;

/// <summary>What the desk calls things: as askers are told where nothing else is said.</summary>
internal static class DeskWords
{
    public static string Of(TicketStatus status) => status switch
    {
        TicketStatus.Waiting => "情報待ち",
        _ => AskerWords.Of(status, Language.Japanese),
    };

    public static string Of(TicketOutcome outcome) => outcome switch
    {
        TicketOutcome.NoReply => "相談者の返信なし",
        TicketOutcome.Withdrawn => "相談者が取下げ",
        _ => AskerWords.Of(outcome, Language.Japanese),
    };

    public static string Of(ReferralStep step) => step switch
    {
        ReferralStep.Selected => "① 紹介先の選定",
        ReferralStep.WishesConfirmed => "② 企業の意向を確認",
        ReferralStep.PassedOn => "③ 理由を添えて情報提供",
        ReferralStep.CandidatesSought => "④ 紹介先で候補を探索",
        ReferralStep.CandidatesInformed => "⑤ 候補へ情報提供",
        ReferralStep.FedBack => "⑥ 紹介元へフィードバック",
        ReferralStep.CompanyInformed => "⑦ 企業へ連絡(候補の承諾後)",
        ReferralStep.Contacted => "⑧ 企業と候補が接触",
        _ => "⑨ 結果を報告",
    };

    public static string Of(Refusal refused) => refused.Reason switch
    {
        RefusalReason.HeldByOther => $"この相談は{refused.Holder}さんが担当しています。",
        RefusalReason.NotTaken => "先に「担当する」を押してください。",
        RefusalReason.Completed => "この相談はすでに完了しています。続けるには再開してください。",
        RefusalReason.NotNow => "この相談の今の状態では、その操作はできません。",
        RefusalReason.NoReplyYet => "まだ回答も紹介もしていないため、この結果では完了にできません。先に回答を送るか、別の結果を選んでください。",
        RefusalReason.ConsentMissing => "この段階は承諾にもとづきます。誰から、いつ、どのように承諾を得たかをメモに書いてください。",
        RefusalReason.NamedCompetitor => "その紹介先は、相談者が「内容を見せたくない会社」に挙げています。別の紹介先を選んでください。",
        RefusalReason.TooLate => "完了から日が経ちすぎています。新しい相談として受け付けてください。",
        _ => "この相談は、ページを開いた後に更新されました。最新の内容を確かめてから、もう一度押してください。",
    };

    /// <param name="topics">The names of topics by their codes.</param>
    public static string Of(TicketEvent happened, IReadOnlyDictionary<string, string> topics) => happened switch
    {
        TicketOpened => "相談を受け付けました",
        TicketRouted routed => $"振り分け: {string.Join("・", routed.Topics.Select(t => topics.GetValueOrDefault(t, t)))} → {routed.Desk}",
        CheckStarted check => $"{check.By}さんが事前確認を始めました",
        TicketTaken taken => $"{taken.By}さんが担当しました",
        TicketAssigned assigned => $"{assigned.By}さんが{assigned.To}さんに割り当てました",
        TicketReleased { By: { } by } => $"{by}さんが担当を外れました",
        TicketReleased released => $"動きがないため、{released.From}さんの担当を外しました",
        ReplyWritten reply => $"{reply.By}さんが回答しました",
        AskedBack asked => $"{asked.By}さんが相談者に確認しました",
        AskerWrote => "相談者が書き込みました",
        NoteWritten note => $"{note.By}さんのメモ",
        TicketShared shared => $"{shared.By}さんが{shared.With}さんと共有しました",
        TicketUnshared unshared => $"{unshared.By}さんが{unshared.With}さんとの共有をやめました",
        MarkedConfidential marked => $"{ByOrAsker(marked.By)}が秘密の相談にしました",
        AskerEmailChanged changed => $"{ByOrAsker(changed.By)}がメールアドレスを{(changed.Email is null ? "消しました" : "変えました")}",
        TicketReferred referred => $"{referred.By}さんが{referred.To}への紹介を始めました",
        ReferralAnswered { IsWanted: true } => "相談者が紹介を希望しました",
        ReferralAnswered => "相談者が紹介を希望しませんでした",
        ReferralAdvanced advanced => $"紹介 {Of(advanced.Step)}({advanced.By}さん)",
        ReferralDeclined { Candidate: { } candidate } declined => $"候補 {candidate} は不可({declined.Reason})",
        ReferralDeclined declined => $"紹介を終えました({declined.Reason})",
        TicketClosed closed => $"{closed.By}さんが完了にしました" + (closed.Outcome is { } outcome ? $"({Of(outcome)})" : ""),
        TicketReopened reopened => $"{reopened.By}さんが再開しました",
        TicketWithdrawn => "相談者が取り下げました",
        SolutionConfirmed { IsSolved: true } => "相談者が「解決した」と答えました",
        SolutionConfirmed => "相談者が「まだ解決していない」と答えました",
        TicketRated rated => $"相談者の評価: {new string('★', rated.Stars)}{new string('☆', 5 - rated.Stars)}",
        HolderReminded reminded => reminded.Step.StartsWith(nameof(PromiseAction.Remind), StringComparison.Ordinal) ? "約束の期日が近づいています" : "動きがないまま日数が過ぎました",
        PromiseMissed => "約束の期日を過ぎました",
        TicketWentStale => "動きがないまま日数が過ぎました",
        _ => "",
    };

    public static string Of(UndeliveredMessage message) => message.Kind switch
    {
        OutboxKinds.Mail when message.Key.StartsWith("desk:", StringComparison.Ordinal) => "担当者へのお知らせメール",
        OutboxKinds.Mail => "相談者へのメール",
        OutboxKinds.Webhook => "外部システムへの通知",
        OutboxKinds.Desk => "担当者へのお知らせ",
        OutboxKinds.TeamsCard => "Teams のチャネルのカード",
        OutboxKinds.Teams => "相談者への Teams のメッセージ",
        _ => "会話への表示",
    };

    /// <summary>As it is kept; null for what nobody has judged.</summary>
    public static string? OfUrgency(string? kept) => Enum.TryParse<Urgency>(kept, out var urgency) ? Of(urgency) : null;

    /// <summary>Only for what should not wait; null for everything else.</summary>
    public static string? OfHurry(string? kept) => kept is nameof(Urgency.High) or nameof(Urgency.Urgent) ? OfUrgency(kept) : null;

    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.Low => "急がない",
        Urgency.High => "急ぎ",
        Urgency.Urgent => "至急",
        _ => "通常",
    };

    public static string Of(PromiseState state) => state switch
    {
        PromiseState.DueSoon => "期日が近い",
        PromiseState.Overdue => "期日超過",
        PromiseState.Paused => "相談者の返事待ちで停止中",
        PromiseState.Kept => "期日内に回答",
        PromiseState.Broken => "期日後に回答",
        _ => "期日まで余裕あり",
    };

    public static string Of(OutcomeKind outcome) => outcome switch
    {
        OutcomeKind.Answered => "回答",
        OutcomeKind.Clarified => "聞き返し",
        OutcomeKind.Escalated => "担当者が必要と判断",
        _ => "回答せず",
    };

    public static string Of(EscalationReason reason) => reason switch
    {
        EscalationReason.AskedForPerson => "相談者が人への相談を希望",
        EscalationReason.LittleEvidence => "資料に十分な根拠がない",
        EscalationReason.IndividualVerdict => "個別の製品の判断が必要",
        EscalationReason.WorkForHire => "作業の依頼",
        EscalationReason.Confidential => "未公開の発明などの秘密を含む",
        _ => "患者の情報を含む",
    };

    private static string ByOrAsker(string? by) => by is null ? "相談者" : by + "さん";

    public static string Of(DateTimeOffset at) => JapaneseTime.Of(at, Language.Japanese);
}
