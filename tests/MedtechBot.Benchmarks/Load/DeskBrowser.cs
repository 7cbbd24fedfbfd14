using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace MedtechBot.Benchmarks.Load;

/// <summary>A page as a browser has it.</summary>
internal sealed partial record DeskPage(string Path, HttpStatusCode Status, string Html, string? Location)
{
    /// <summary>What the page's forms carry unseen.</summary>
    public Dictionary<string, string> Hidden => HiddenFields().Matches(Html).DistinctBy(m => m.Groups[1].Value).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    /// <summary>The tickets that a list links to.</summary>
    public IReadOnlyList<string> Tickets => [.. TicketLinks().Matches(Html).Select(m => m.Groups[1].Value).Distinct()];

    public bool Offers(string form) => Html.Contains($"/{form}\"", StringComparison.Ordinal);

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)""")]
    private static partial Regex HiddenFields();

    [GeneratedRegex("""<a class="card ticket"[^>]* href="/desk/tickets/([^"]+)""")]
    private static partial Regex TicketLinks();
}

/// <summary>A browser at the desk: cookies, compressed pages, forms with what they carry unseen, and an open stream of changes.</summary>
internal sealed class DeskBrowser(Uri address, Tally tally) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = new(),
        AutomaticDecompression = DecompressionMethods.All,
    })
    {
        BaseAddress = address,
    };

    /// <param name="kind">What it is counted as.</param>
    public Task<DeskPage> GetAsync(string kind, string path, bool isLookAgain = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (isLookAgain)
        {
            request.Headers.Add("HX-Request", "true");
        }
        return SendAsync(kind, path, request, HttpStatusCode.OK);
    }

    /// <summary>Sends a form of a page. Anything but a redirect, or 409 where somebody was faster, is an error.</summary>
    public async Task<DeskPage> PostAsync(string kind, DeskPage page, string action, params (string Name, string Value)[] fields)
    {
        var values = page.Hidden;
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }
        var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(values) };
        return await SendAsync(kind, action, request, HttpStatusCode.SeeOther, HttpStatusCode.OK, HttpStatusCode.Conflict);
    }

    public async Task<Stream> FollowAsync(CancellationToken cancellation)
    {
        var answer = await _http.GetAsync("/desk/events", HttpCompletionOption.ResponseHeadersRead, cancellation);
        tally.Answered("desk: stream of changes", ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStreamAsync(cancellation);
    }

    public void Dispose() => _http.Dispose();

    private async Task<DeskPage> SendAsync(string kind, string path, HttpRequestMessage request, params HttpStatusCode[] expected)
    {
        using var sent = request;
        var started = Stopwatch.GetTimestamp();
        using var answer = await _http.SendAsync(request);
        var html = await answer.Content.ReadAsStringAsync();
        tally.Took(kind, started);
        tally.Answered(kind, ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (!expected.Contains(answer.StatusCode))
        {
            tally.Fail($"{kind}: {(int)answer.StatusCode}");
        }
        return new DeskPage(path, answer.StatusCode, html, answer.Headers.Location?.ToString());
    }
}
