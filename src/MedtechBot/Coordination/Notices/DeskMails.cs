using MedtechBot.Deliveries.Mail;

namespace MedtechBot.Coordination.Notices;

/// <summary>What people at the desk are told by mail: a ticket's number, what happened in one sentence and where it stands. Never what was written.</summary>
public static class DeskMails
{
    public static AskerMail Of(DeskNotice notice, Uri link)
    {
        var (subject, sentence) = notice.Kind switch
        {
            DeskNoticeKind.Opened => ("新しい相談 {0}", "新しい相談 {0} が届き、担当者を待っています。"),
            DeskNoticeKind.Released => ("相談 {0} に担当者がいません", "相談 {0} の担当者がいなくなり、新しい担当者を待っています。"),
            DeskNoticeKind.TakenAway => ("相談 {0} の担当から外れました", "相談 {0} は、動きがないまま日数が過ぎたため、あなたの担当から外れました。"),
            DeskNoticeKind.Assigned => ("相談 {0} の担当になりました", "相談 {0} があなたに割り当てられました。"),
            DeskNoticeKind.HandedOn => ("相談 {0} の担当が替わりました", "担当していた相談 {0} は、ほかの担当者に割り当てられました。"),
            DeskNoticeKind.Shared => ("相談 {0} が共有されました", "相談 {0} があなたに共有されました。"),
            DeskNoticeKind.AskerWrote => ("相談 {0} に相談者の書き込み", "相談 {0} に、相談者からの新しい書き込みがあります。"),
            DeskNoticeKind.NotSolved => ("相談 {0} はまだ解決していません", "相談 {0} について、相談者が「まだ解決していない」と答えました。"),
            DeskNoticeKind.ReferralAnswered => ("相談 {0} の紹介に返事がありました", "相談 {0} の紹介について、相談者から返事がありました。"),
            DeskNoticeKind.Withdrawn => ("相談 {0} は取り下げられました", "相談 {0} を、相談者が取り下げました。"),
            DeskNoticeKind.NoteWritten => ("相談 {0} に内部メモ", "担当している相談 {0} に、ほかの人が内部メモを残しました。"),
            DeskNoticeKind.DueSoon => ("相談 {0} の期日が近づいています", "相談 {0} の約束の期日が近づいています。最初の回答はまだありません。"),
            DeskNoticeKind.Stale => ("相談 {0} の動きが止まっています", "相談 {0} は、動きがないまま日数が過ぎています。"),
            DeskNoticeKind.NoAnswer => ("相談 {0} に相談者の返事がありません", "相談 {0} について相談者に確認してから、返事のないまま日数が過ぎています。"),
            _ => ("相談 {0} が期日を過ぎました", "相談 {0} は、最初の回答がないまま約束の期日を過ぎました。"),
        };
        return new AskerMail(With(subject, notice), $"""
            {With(sentence, notice)}

            内容はデスクでご確認ください。
            {link.AbsoluteUri}

            このメールは自動で送っています。返信されてもお答えできません。お知らせのメールは、デスクの「アカウント」の画面で止められます。
            """);
    }

    private static string With(string text, DeskNotice notice) => text.Replace("{0}", notice.Number, StringComparison.Ordinal);
}
