using System.Globalization;
using System.Text.RegularExpressions;

namespace MedtechBot.Benchmarks.Load;

/// <summary>The page somebody has before them. It follows the stream of changes and fetches itself anew as the desk's own script does.</summary>
internal sealed partial class OpenPage(DeskBrowser browser, Tally tally, Random random)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    private Shown? _shown;

    public DeskPage? Page => _shown?.Page;

    /// <summary>Another page: the old one's stream ends and a new one begins.</summary>
    public async Task ShowAsync(DeskPage page)
    {
        await LeaveAsync();
        var shown = new Shown(page);
        shown.Stream = await DeskStream.OpenAsync(browser, tally, (number, version) => Changed(shown, number, version));
        _shown = shown;
    }

    public async Task LeaveAsync()
    {
        if (_shown is { } left)
        {
            left.IsLeft = true;
            await left.Stream!.DisposeAsync();
            await left.Fetching;
        }
        _shown = null;
    }

    // Called by one stream, one change after the other.
    private void Changed(Shown shown, string number, int version)
    {
        if (shown.IsWaiting || shown.IsLeft)
        {
            return;
        }
        if (!shown.Page.Path.StartsWith("/desk/tickets/", StringComparison.Ordinal))
        {
            var rest = shown.LookedAt + BetweenLooks - DateTimeOffset.UtcNow;
            _ = LookAgainAsync(shown, "desk: queue fetched anew", shown.Page.Path, TimeSpan.FromMilliseconds(Math.Max(0, rest.TotalMilliseconds) + 200 + (random.NextDouble() * 400)));
        }
        else if (shown.Page.Path.EndsWith("/" + number, StringComparison.Ordinal)
            && int.TryParse(Version().Match(shown.Page.Html).Groups[1].Value, CultureInfo.InvariantCulture, out var seen) && version > seen)
        {
            _ = LookAgainAsync(shown, "desk: ticket fetched anew", shown.Page.Path + "/now", TimeSpan.Zero);
        }
    }

    private async Task LookAgainAsync(Shown shown, string kind, string path, TimeSpan after)
    {
        shown.IsWaiting = true;
        await Task.Delay(after);
        shown.IsWaiting = false;
        if (!shown.IsLeft)
        {
            shown.LookedAt = DateTimeOffset.UtcNow;
            shown.Fetching = FetchAsync(shown, kind, path);
        }
    }

    private async Task FetchAsync(Shown shown, string kind, string path)
    {
        try
        {
            shown.Page = await browser.GetAsync(kind, path, isLookAgain: true) with { Path = shown.Page.Path };
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            tally.Fail($"{kind}: {failure.GetType().Name}");
        }
    }

    [GeneratedRegex("id=\"ticket-head\" data-version=\"([0-9]+)\"")]
    private static partial Regex Version();

    private sealed class Shown(DeskPage page)
    {
        public volatile DeskPage Page = page;
        public volatile bool IsLeft;
        public volatile bool IsWaiting;
        public DeskStream? Stream { get; set; }
        public DateTimeOffset LookedAt { get; set; }
        public Task Fetching { get; set; } = Task.CompletedTask;
    }
}
