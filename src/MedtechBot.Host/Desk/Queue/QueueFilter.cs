using MedtechBot.Consultations;
using Microsoft.AspNetCore.WebUtilities;

namespace MedtechBot.Host.Desk.Queue;

/// <summary>Which tickets somebody wants to see, as the address of the list says it. What makes no sense is left out.</summary>
public sealed record QueueFilter(TicketView View)
{
    private const int LongestChoice = 60;

    /// <summary>In the order of the menu.</summary>
    public static IReadOnlyList<(TicketView View, string Name, string Heading)> Views { get; } =
    [
        (TicketView.Open, "未完了", "未完了の相談"),
        (TicketView.Mine, "自分の担当", "自分の担当"),
        (TicketView.Unassigned, "担当者なし", "担当者のいない相談"),
        (TicketView.Overdue, "期日超過", "期日を過ぎた相談"),
        (TicketView.Stale, "停滞", "動きが止まっている相談"),
        (TicketView.Waiting, "情報待ち", "相談者の返事を待っている相談"),
        (TicketView.Closed, "完了", "完了した相談"),
        (TicketView.All, "すべて", "すべての相談"),
    ];

    public string? Region { get; init; }
    public string? Topic { get; init; }
    public string? Words { get; init; }
    public TicketNumber? After { get; init; }

    public string Heading => Views.First(v => v.View == View).Heading;

    public bool IsNarrowed => Region is not null || Topic is not null || Words is not null;

    public static QueueFilter Read(IQueryCollection query) =>
        new(Views.Select(v => v.View).FirstOrDefault(v => Code(v) == query["view"].ToString(), TicketView.Open))
        {
            Region = Given(query["region"], LongestChoice),
            Topic = Given(query["topic"], LongestChoice),
            Words = Given(query["q"], TicketQuery.LongestWords),
            After = TicketNumber.TryParse(query["after"], out var after) ? after : null,
        };

    public TicketQuery For(TicketReader reader) => new(reader, View) { Region = Region, Topic = Topic, Words = Words, After = After };

    /// <summary>The address that shows this.</summary>
    public string Address(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["view"] = Code(View),
        ["region"] = Region,
        ["topic"] = Topic,
        ["q"] = Words,
        ["after"] = After?.Value,
    });

    public static string Code(TicketView view) => view.ToString().ToLowerInvariant();

    private static string? Given(string? text, int longest)
    {
        text = IntakeForm.Clean(text, keepLines: false);
        return string.IsNullOrEmpty(text) ? null : text.Length <= longest ? text : text[..longest];
    }
}
