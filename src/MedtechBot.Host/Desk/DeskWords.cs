using System.Globalization;
using MedtechBot.Consultations;

namespace MedtechBot.Host.Desk;

/// <summary>What the desk calls things.</summary>
internal static class DeskWords
{
    public static string Of(TicketStatus status) => status switch
    {
        TicketStatus.Received => "受付",
        TicketStatus.InProgress => "対応中",
        TicketStatus.Answered => "回答済",
        _ => "完了",
    };

    public static string Of(Refusal refused) => refused.Reason switch
    {
        RefusalReason.HeldByOther => $"この相談は{refused.Holder}さんが担当しています。",
        RefusalReason.NotTaken => "先に「担当する」を押してください。",
        RefusalReason.Completed => "この相談はすでに完了しています。",
        _ => "この相談は、ページを開いた後に更新されました。最新の内容を確かめてから、もう一度押してください。",
    };

    public static string Of(TicketEvent happened) => happened switch
    {
        TicketOpened => "相談を受け付けました",
        TicketTaken taken => $"{taken.By}さんが担当しました",
        ReplyWritten reply => $"{reply.By}さんが回答しました",
        TicketClosed closed => $"{closed.By}さんが完了にしました",
        _ => "",
    };

    /// <summary>In Japan's time.</summary>
    public static string Of(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
