using System.Net;

namespace MedtechBot.Benchmarks.Load;

/// <summary>Somebody at the desk: looks through the queue, opens tickets, takes them, answers, notes, asks back, refers and closes.</summary>
internal sealed class Coordinator(string name, DeskBrowser browser, LoadPlan plan, Books books, Tally tally, Random random) : IAsyncDisposable
{
    private static readonly string[] Views = ["open", "open", "mine", "mine", "unassigned", "unassigned", "unassigned", "overdue", "waiting", "closed", "all"];
    private static readonly string[] Words = ["承認", "プログラム", "薬事", "治験", "C-2", "試作"];

    // Two coordinators often want the same, which is where they meet.
    private const int LookAtFirst = 12;

    private readonly OpenPage _open = new(browser, tally, random);

    public async Task RunAsync(CancellationToken end)
    {
        try
        {
            await Task.Delay(plan.CoordinatorPause.Most * random.NextDouble(), end);
            await ListAsync("/desk");
            while (true)
            {
                await Task.Delay(LoadPlan.Some(plan.CoordinatorPause, random), end);
                await ActAsync(_open.Page!);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            tally.Fail("coordinator: " + failure.GetType().Name + " " + failure.Message);
        }
        await _open.LeaveAsync();
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task ActAsync(DeskPage page)
    {
        if (!page.Path.StartsWith("/desk/tickets/", StringComparison.Ordinal))
        {
            return page.Tickets is { Count: > 0 } tickets && random.Next(100) < 55
                ? OpenAsync(tickets[random.Next(Math.Min(LookAtFirst, tickets.Count))])
                : BrowseAsync();
        }
        var dice = random.Next(100);
        return (page, dice) switch
        {
            (_, < 8) => BrowseAsync(),
            (_, < 16) => browser.GetAsync("desk: passages beside the editor", "/desk/search?cite=1&q=" + Uri.EscapeDataString(Words[random.Next(Words.Length)])),
            _ when page.Offers("take") => DoAsync(page, "take"),
            (_, < 55) when page.Offers("reply") => DoAsync(page, "reply", "replyId", ("text", $"{name}です。ご相談の件、{dice}番の資料をご覧のうえ、薬務課にもお問い合わせください。")),
            (_, < 63) when page.Offers("reply") => DoAsync(page, "ask", "replyId", ("text", "販売を予定している国はどちらですか。")),
            (_, < 75) when page.Offers("note") => DoAsync(page, "note", "noteId", ("note", $"{name}: 関係先に確認中。")),
            (_, < 88) when page.Offers("close") => DoAsync(page, "close", null, ("outcome", page.Html.Contains("value=\"answered\"", StringComparison.Ordinal) ? "answered" : "no-reply")),
            (_, < 91) when page.Offers("refer") => DoAsync(page, "refer", "referralId", ("to", "大阪の支援機関"), ("reason", "試作の依頼先を探すため")),
            _ => BrowseAsync(),
        };
    }

    private Task BrowseAsync() => random.Next(100) switch
    {
        < 12 => ListAsync("/desk?view=all&q=" + Uri.EscapeDataString(Words[random.Next(Words.Length)]), "desk: search"),
        < 20 => ListAsync("/desk?view=open&topic=regulatory"),
        < 22 => browser.GetAsync("desk: CSV", "/desk/tickets.csv?view=open"),
        _ => ListAsync("/desk?view=" + Views[random.Next(Views.Length)]),
    };

    private async Task ListAsync(string path, string kind = "desk: queue") => await _open.ShowAsync(await browser.GetAsync(kind, path));

    private async Task OpenAsync(string number) => await _open.ShowAsync(await browser.GetAsync("desk: ticket", "/desk/tickets/" + number));

    private async Task DoAsync(DeskPage page, string verb, string? id = null, params (string, string)[] fields)
    {
        var number = page.Path.Split('/')[3];
        var answer = await browser.PostAsync("desk: form sent", page, $"/desk/tickets/{number}/{verb}", fields);
        if (answer.Status == HttpStatusCode.SeeOther)
        {
            books.Done.Add((number, verb, name, id is null ? "" : page.Hidden.GetValueOrDefault(id, "")));
            await OpenAsync(number);
        }
        else
        {
            // Somebody was faster, and says so on the page that came back.
            tally.Answered("lost race", verb);
            await OpenAsync(number);
        }
    }
}
