using System.Diagnostics;
using System.Net;
using System.Text;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>Somebody who asks again, in the very same words, until there is an answer.</summary>
internal sealed class PatientClient(HostsUnderFire hosts) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { Timeout = TimeSpan.FromSeconds(30) };

    public System.Net.Http.Headers.HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public Task<CrashAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<CrashAnswer> PostAsync(string path, string json, string? repeatKey = null) =>
        SendAsync(HttpMethod.Post, path, () => new StringContent(json, Encoding.UTF8, "application/json"), repeatKey);

    public Task<CrashAnswer> PostFormAsync(string path, IReadOnlyDictionary<string, string> fields) =>
        SendAsync(HttpMethod.Post, path, () => new FormUrlEncodedContent(fields));

    public void Dispose() => _http.Dispose();

    private async Task<CrashAnswer> SendAsync(HttpMethod method, string path, Func<HttpContent>? content, string? repeatKey = null)
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                using var request = new HttpRequestMessage(method, new Uri(hosts.Pick(), path)) { Content = content?.Invoke() };
                if (repeatKey is not null)
                {
                    request.Headers.Add("Idempotency-Key", repeatKey);
                }
                using var answer = await _http.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                hosts.Answered();
                // The host that was at it has died, and the next one waits a little before it believes so.
                if (answer.StatusCode != HttpStatusCode.Conflict || !text.Contains("still-running", StringComparison.Ordinal) || IsOver(began))
                {
                    return new CrashAnswer(answer.StatusCode, text, answer.Headers.Location?.ToString());
                }
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException && !IsOver(began))
            {
                hosts.NotAnswered();
            }
            await Task.Delay(BetweenTries);
        }
    }

    private static bool IsOver(long began) => Stopwatch.GetElapsedTime(began) > Patience;
}

internal sealed record CrashAnswer(HttpStatusCode Status, string Text, string? Location)
{
    /// <summary>Whoever gets through gets what was asked for, however many processes died before.</summary>
    public CrashAnswer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{status} was expected and {Status} came: {Text}");
        return this;
    }
}
