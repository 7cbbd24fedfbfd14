using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace MedtechBot.Host.Tests.Access;

/// <summary>Somebody at the door with what they have: cookies, a key or token in the header, or nothing.</summary>
internal sealed partial class Visitor : IDisposable
{
    public const string DeskCookie = "medtechbot-desk";

    private readonly HttpClient _http;
    private readonly Uri _address;
    private string? _formToken;

    public Visitor(ProductHost host, string name, string? bearer = null)
    {
        (Name, _address) = (name, host.Address);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = host.Address };
        _http.DefaultRequestHeaders.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
    }

    public string Name { get; }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The cookie of the desk's session as a thief would have it; setting it puts it into this browser.</summary>
    public string Session
    {
        get => Cookies.GetAllCookies().Single(c => c.Name == DeskCookie).Value;
        set => Cookies.Add(new Cookie(DeskCookie, value, "/desk", _address.Host));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Opens its pages anew: forms of before are another person's.</summary>
    public Visitor Again()
    {
        _formToken = null;
        return this;
    }

    public Task<Answer> GetAsync(string path) => SendAsync("GET", path, null);

    /// <summary>Sends a form as the pages of the desk do, with the token that this visitor's own pages carry.</summary>
    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await SendAsync("POST", path, Form([.. fields, ("__RequestVerificationToken", await FormTokenAsync())]));

    public async Task<Answer> SendAsync(string method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new Answer((int)answer.StatusCode, await BodyAsync(answer), answer.Headers.Location?.ToString());
    }

    /// <summary>The token of a form that this visitor can open.</summary>
    public async Task<string> FormTokenAsync()
    {
        if (_formToken is null)
        {
            var page = await GetAsync("/desk/account");
            page = page.Status == 200 ? page : await GetAsync("/desk/sign-in");
            _formToken = FormToken().Match(page.Body).Groups[1].Value;
            Assert.NotEmpty(_formToken);
        }
        return _formToken;
    }

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static async Task<string> BodyAsync(HttpResponseMessage answer)
    {
        switch (answer.Content.Headers.ContentType?.MediaType)
        {
            // An open stream has no end to wait for.
            case "text/event-stream":
                return "";
            case "application/zip":
                using (var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync()))
                {
                    var text = new StringBuilder();
                    foreach (var entry in archive.Entries)
                    {
                        using var reader = new StreamReader(await entry.OpenAsync());
                        text.Append(entry.FullName).Append(await reader.ReadToEndAsync());
                    }
                    return text.ToString();
                }
            default:
                return await answer.Content.ReadAsStringAsync();
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}

internal sealed record Answer(int Status, string Body, string? Location);
