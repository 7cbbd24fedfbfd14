using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using MedtechBot.Deliveries;

namespace MedtechBot.Host.Teams;

/// <summary>Calls the connector of the Bot Framework: sends, changes and deletes activities, and opens conversations.</summary>
/// <param name="patience">How long one call may take, when not <see cref="Patience"/>.</param>
internal sealed class ConnectorClient(HttpClient http, ConnectorTokens tokens, TimeProvider time, TimeSpan? patience = null)
{
    /// <summary>How long one call may usually take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private const int LargestAnswer = 8 * 1024;

    public static HttpClient NewHttp() => new(new SocketsHttpHandler
    {
        // A redirect would carry our token to whoever it names.
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        // Well before the other side closes it: what is sent into a closed connection may count as sent.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    public Task<ConnectorAnswer> SendAsync(ConnectorPlace place, JsonObject activity, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Post, place, Activities(place), activity, cancellation);

    public Task<ConnectorAnswer> ReplyAsync(ConnectorPlace place, string toActivityId, JsonObject activity, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Post, place, Activity(place, toActivityId), activity, cancellation);

    public Task<ConnectorAnswer> UpdateAsync(ConnectorPlace place, string activityId, JsonObject activity, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Put, place, Activity(place, activityId), activity, cancellation);

    public Task<ConnectorAnswer> DeleteAsync(ConnectorPlace place, string activityId, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Delete, place, Activity(place, activityId), null, cancellation);

    /// <summary>Opens a conversation, or a thread in a channel; the answer's id is the conversation's.</summary>
    public Task<ConnectorAnswer> CreateConversationAsync(ConnectorPlace place, JsonObject parameters, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Post, place, "v3/conversations", parameters, cancellation);

    private static string Activities(ConnectorPlace place) => $"v3/conversations/{Uri.EscapeDataString(place.ConversationId)}/activities";

    private static string Activity(ConnectorPlace place, string id) => $"{Activities(place)}/{Uri.EscapeDataString(id)}";

    private async Task<ConnectorAnswer> CallAsync(HttpMethod method, ConnectorPlace place, string path, JsonObject? body, CancellationToken cancellation)
    {
        var bytes = body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body, TeamsJson.Options);
        var token = await tokens.GetAsync(null, cancellation);
        var answer = await TryAsync(method, place, path, bytes, token, cancellation);
        // It may have ended early: secrets are changed, and clocks differ.
        return answer.Status == HttpStatusCode.Unauthorized && token is not null
            ? await TryAsync(method, place, path, bytes, await tokens.GetAsync(token, cancellation), cancellation)
            : answer;
    }

    private async Task<ConnectorAnswer> TryAsync(HttpMethod method, ConnectorPlace place, string path, byte[]? body, string? token, CancellationToken cancellation)
    {
        var content = body is null ? null : new SentContent(body);
        using var request = new HttpRequestMessage(method, new Uri(place.Service, path)) { Content = content };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("MedtechBot", null));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        using var late = new CancellationTokenSource(patience ?? Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await ConnectorAnswer.ReadAsync(response, LargestAnswer, time, either.Token);
        }
        catch (HttpRequestException failure)
        {
            return Unanswered($"http-{failure.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Unanswered("http-timeout");
        }

        // Whoever got the last byte may have taken it, even when no answer came; asking for a deletion twice does nothing.
        ConnectorAnswer Unanswered(string code) =>
            new(null, null, content is { WasSent: true } ? DeliveryOutcome.Unacknowledged(code) : DeliveryOutcome.TryAgain(code));
    }

    private sealed class SentContent : ByteArrayContent
    {
        public SentContent(byte[] json) : base(json) => Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");

        public bool WasSent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await base.SerializeToStreamAsync(stream, context, cancellationToken);
            WasSent = true;
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await base.SerializeToStreamAsync(stream, context);
            WasSent = true;
        }
    }
}
