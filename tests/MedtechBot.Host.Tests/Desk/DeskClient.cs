using System.Net;
using System.Text.RegularExpressions;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Host.Tests.Attachments;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Desk;

/// <summary>A coordinator's browser without JavaScript: opens pages and sends the forms that stand in them.</summary>
internal sealed partial class DeskClient(ProductHost host) : IDisposable
{
    private readonly HttpClient _http = host.NewClient();

    public void Dispose() => _http.Dispose();

    /// <param name="role">What the person becomes, unless there is an account of that name.</param>
    public static async Task<DeskClient> SignedInAsync(ProductHost host, string name, Role role = Role.Admin)
    {
        var client = new DeskClient(host);
        var link = "/desk/sign-in/" + await host.Services.GetRequiredService<DeskLinks>().CreateAsync(role);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.SendFormAsync(link, link, ("name", name))).Status);
        return client;
    }

    /// <summary>A ticket as an asker opens it, and the conversation it came out of.</summary>
    public static async Task<(string Number, string Conversation)> OpenTicketAsync(ProductHost host, string summary = "相談の要旨", IntakeDetails? details = null, string email = "asker@example.jp")
    {
        var conversation = await host.Services.GetRequiredService<Conversations>().CreateAsync(RandomId.Next(), ChannelNames.DirectLine, Language.Japanese);
        var form = new IntakeForm { Summary = summary, Email = email, Details = details ?? new() };
        var result = await host.Services.GetRequiredService<OpenTicket>().HandleAsync(new(conversation.Id, RandomId.Next(), form, Language.Japanese));
        return (result.Number!.Value.Value, conversation.Id);
    }

    /// <param name="from">The page whose link was followed.</param>
    public async Task<DeskPage> GetAsync(string path, string? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Referrer = from is null ? null : new Uri(host.Address, from);
        // An open stream has no end to wait for.
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await ReadAsync(answer);
    }

    public async Task<(HttpStatusCode Status, string? Disposition, string? Sniffing, string Policy)> DownloadAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        return (answer.StatusCode, answer.Content.Headers.ContentDisposition?.DispositionType,
            answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    /// <summary>The page's stream of changes, line by line.</summary>
    public async Task<StreamReader> FollowAsync()
    {
        var answer = await _http.GetAsync("/desk/events", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new StreamReader(await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>Opens a page and sends a form with that page's hidden fields; the given fields replace them.</summary>
    public async Task<DeskPage> SendFormAsync(string page, string action, params (string Name, string Value)[] fields) =>
        await SendFormAsync(await GetAsync(page), action, fields);

    public async Task<DeskPage> SendFormAsync(DeskPage page, string action, params (string Name, string Value)[] fields)
    {
        var values = Hidden().Matches(page.Html).DistinctBy(m => m.Groups[1].Value).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }
        return await PostAsync(action, values);
    }

    /// <summary>Sends the form of a page as a browser does that has files to send.</summary>
    public async Task<DeskPage> SendFilesAsync(DeskPage page, string action, (string Name, string Value)[] fields, params (string Name, string Type, byte[] Content)[] files)
    {
        var hidden = Hidden().Matches(page.Html).DistinctBy(m => m.Groups[1].Value).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).Where(h => fields.All(f => f.Name != h.Item1));
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = FilesForm.Of([.. hidden, .. FilesForm.Held(page.Html), .. fields], files) };
        // What is too large is refused before it is sent; otherwise the refusal may be lost while the rest is still being written.
        request.Headers.ExpectContinue = true;
        using var answer = await _http.SendAsync(request);
        return await ReadAsync(answer);
    }

    public async Task<byte[]> ReadFileAsync(string path) => await _http.GetByteArrayAsync(path);

    public async Task<DeskPage> PostAsync(string action, Dictionary<string, string> values)
    {
        using var content = new FormUrlEncodedContent(values);
        using var answer = await _http.PostAsync(action, content);
        return await ReadAsync(answer);
    }

    private static async Task<DeskPage> ReadAsync(HttpResponseMessage answer) =>
        new(answer.StatusCode, answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await answer.Content.ReadAsStringAsync(), answer.Headers.CacheControl?.ToString() ?? "", answer.Headers.Location?.ToString());

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)""")]
    private static partial Regex Hidden();
}

internal sealed record DeskPage(HttpStatusCode Status, string Html, string Caching, string? Location);
