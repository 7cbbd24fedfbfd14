using System.Security.Cryptography;
using System.Text;
using MedtechBot.Deliveries;
using MedtechBot.Deliveries.Webhooks;
using MedtechBot.Tests.Storage;

namespace MedtechBot.Tests.Deliveries.Webhooks;

public sealed class WebhookDeliveryTests : IDisposable
{
    private const string Secret = "correct horse battery";

    private readonly TemporaryDatabase _database = new();
    private readonly Sending _sending;
    private readonly HttpClient _client = WebhookConnection.NewClient();

    public WebhookDeliveryTests() => _sending = new Sending(_database);

    public void Dispose()
    {
        _client.Dispose();
        _sending.Dispose();
        _database.Dispose();
    }

    [Fact]
    public async Task What_happened_to_a_ticket_arrives_signed_and_says_nothing_else()
    {
        using var receiver = new WebhookReceiver("200 OK");

        await SendAsync(receiver);

        var call = Assert.Single(receiver.Calls);
        Assert.Equal("POST /hook?key=1 HTTP/1.1", call.First);
        Assert.Equal("""{"id":"C-2026-0001-3","type":"replied","number":"C-2026-0001","at":"2026-12-01T00:00:00.000Z","status":"answered"}""", call.Body);
        Assert.Equal(("application/json", "C-2026-0001-3"), (call.Headers["Content-Type"], call.Headers["X-MedtechBot-Delivery"]));
        Assert.True(IsGenuine(call));
    }

    [Fact]
    public void The_signature_is_what_others_make_of_the_same() =>
        Assert.Equal("t=1700000000,v1=98a51b330afc58453095af8ed727e6cc4bd565edb4230482620146eda751b416", WebhookSignature.Of("""{"a":1}""", Secret, DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)));

    [Fact]
    public async Task Whoever_is_out_of_order_is_called_again_under_the_same_id_with_a_fresh_signature()
    {
        using var receiver = new WebhookReceiver("503 Busy", "404 Not Found", "204 No Content");

        await SendAsync(receiver);
        Assert.Equal("http-503", Assert.Single(await _sending.RowsAsync()).LastFailure);
        await SendLaterAsync(receiver);
        await SendLaterAsync(receiver);

        Assert.Equal(3, receiver.Calls.Count);
        Assert.Single(receiver.Calls.Select(c => c.Headers["X-MedtechBot-Delivery"]).Distinct());
        Assert.Equal(3, receiver.Calls.Select(c => c.Headers["X-MedtechBot-Signature"]).Distinct().Count());
        Assert.All(receiver.Calls, c => Assert.True(IsGenuine(c)));
        Assert.Equal((1, 0), (_sending.Counted("delivered"), _sending.Counted("repeated")));
    }

    [Fact]
    public async Task Gone_means_gone()
    {
        using var receiver = new WebhookReceiver("410 Gone");

        await SendAsync(receiver);
        await SendLaterAsync(receiver);

        Assert.Single(receiver.Calls);
        Assert.NotNull(Assert.Single(await _sending.RowsAsync()).GivenUpAt);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using var elsewhere = new WebhookReceiver();
        using var receiver = new WebhookReceiver($"307 Temporary Redirect\r\nLocation: {elsewhere.Url}");

        await SendAsync(receiver);

        Assert.Empty(elsewhere.Calls);
        Assert.Equal("http-307", Assert.Single(await _sending.RowsAsync()).LastFailure);
    }

    [Theory]
    [InlineData(WebhookReceiver.CutOff)]
    [InlineData(WebhookReceiver.Silence)]
    public async Task Whoever_took_it_and_could_not_say_so_is_called_again_and_that_is_counted(string answer)
    {
        using var receiver = new WebhookReceiver(answer);

        await SendAsync(receiver, new Hasty());
        Assert.Single(receiver.Calls);
        await SendLaterAsync(receiver);

        Assert.Equal(2, receiver.Calls.Count);
        Assert.Equal((1, 1), (_sending.Counted("delivered"), _sending.Counted("repeated")));
    }

    [Fact]
    public async Task A_name_that_leads_into_ones_own_net_is_not_followed_there()
    {
        using var receiver = new WebhookReceiver();
        var inside = receiver.Url.Replace("http://127.0.0.1", "https://localhost", StringComparison.Ordinal);
        await _sending.WriteAsync(EventFor(inside));

        await _sending.Dispatcher(DeliveryTo(inside)).DrainAsync();

        var row = Assert.Single(await _sending.RowsAsync());
        Assert.Equal(("address", false), (row.LastFailure, row.MayHaveArrived));
        Assert.Empty(receiver.Calls);
    }

    [Fact]
    public async Task An_endpoint_that_is_no_longer_configured_is_not_called()
    {
        using var receiver = new WebhookReceiver();
        await _sending.WriteAsync(EventFor(receiver.Url));

        await _sending.Dispatcher(DeliveryTo("https://other.example.jp/")).DrainAsync();

        Assert.Empty(receiver.Calls);
        Assert.Equal("not-configured", Assert.Single(await _sending.RowsAsync()).LastFailure);
    }

    private async Task SendAsync(WebhookReceiver receiver, TimeProvider? time = null)
    {
        await _sending.WriteAsync(EventFor(receiver.Url));
        await _sending.Dispatcher(DeliveryTo(receiver.Url, time)).DrainAsync();
    }

    private Task SendLaterAsync(WebhookReceiver receiver)
    {
        _sending.Time.Advance(TimeSpan.FromMinutes(1));
        return _sending.Dispatcher(DeliveryTo(receiver.Url)).DrainAsync();
    }

    private WebhookDelivery DeliveryTo(string url, TimeProvider? time = null) => new([EndpointAt(url)], _client, time ?? _sending.Time);

    private IEnumerable<OutboxMessage> EventFor(string url) =>
        new TicketWebhooks([EndpointAt(url)]).Of("C-2026-0001", 3, "replied", _sending.Time.GetUtcNow(), "answered");

    private static WebhookEndpoint EndpointAt(string url) => new() { Url = url, Secret = Secret };

    // As the README tells receivers to do it.
    private static bool IsGenuine(WebhookCall call)
    {
        var parts = call.Headers["X-MedtechBot-Signature"].Split(["t=", ",v1="], StringSplitOptions.RemoveEmptyEntries);
        var mine = HMACSHA256.HashData(Encoding.ASCII.GetBytes(Secret), Encoding.ASCII.GetBytes(parts[0] + "." + call.Body));
        return Convert.ToHexStringLower(mine) == parts[1];
    }

    // A clock on which patience ends soon.
    private sealed class Hasty : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.FromSeconds(1), period);
    }
}
