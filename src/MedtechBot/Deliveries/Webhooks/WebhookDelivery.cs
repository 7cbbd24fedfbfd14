using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace MedtechBot.Deliveries.Webhooks;

/// <summary>To an endpoint of the settings, signed. Any 2xx is an acknowledgement; its body is not read.</summary>
public sealed class WebhookDelivery(IReadOnlyList<WebhookEndpoint> endpoints, HttpClient client, TimeProvider time) : IDelivery
{
    /// <summary>The same on every try, so that a receiver can leave out what it has.</summary>
    public const string IdHeader = "X-MedtechBot-Delivery";

    public string Kind => OutboxKinds.Webhook;

    public bool KnowsRepeats => false;

    public async Task<DeliveryOutcome> DeliverAsync(OutboxRow row, CancellationToken cancellation)
    {
        if (endpoints.FirstOrDefault(e => e.Url == row.Target) is not { } endpoint)
        {
            return DeliveryOutcome.Refused("not-configured");
        }
        var body = new SentBody(row.Payload);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address) { Content = body };
        request.Headers.Add(IdHeader, row.Key.Split('/')[0]);
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(row.Payload, endpoint.Secret, time.GetUtcNow()));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("MedtechBot", null));
        using var late = new CancellationTokenSource(WebhookConnection.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Of(response.StatusCode);
        }
        catch (HttpRequestException failure)
        {
            return Unanswered(failure.InnerException is AddressNotAllowedException ? "address" : $"http-{failure.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Unanswered("http-timeout");
        }

        DeliveryOutcome Unanswered(string code) => body.WasSent ? DeliveryOutcome.Unacknowledged(code) : DeliveryOutcome.TryAgain(code);
    }

    private static DeliveryOutcome Of(HttpStatusCode status)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"http-{(int)status}");
        return (int)status switch
        {
            >= 200 and < 300 => DeliveryOutcome.Delivered,
            (int)HttpStatusCode.Gone => DeliveryOutcome.Refused(code),
            _ => DeliveryOutcome.TryAgain(code),
        };
    }

    // Notes that it went out: whoever got it may have taken it, even when no answer came.
    private sealed class SentBody : ByteArrayContent
    {
        public SentBody(string json) : base(Encoding.UTF8.GetBytes(json)) => Headers.ContentType = new MediaTypeHeaderValue("application/json");

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
