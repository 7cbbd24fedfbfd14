using System.Diagnostics.Metrics;

namespace MedtechBot.Deliveries;

/// <summary>What leaves and what does not, counted by kind.</summary>
public sealed class OutboxFigures : IDisposable
{
    private readonly Meter _meter = new("MedtechBot");
    private readonly Counter<long> _delivered;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _repeated;
    private readonly Counter<long> _givenUp;

    public OutboxFigures()
    {
        _delivered = _meter.CreateCounter<long>("medtechbot.outbox.delivered", "{message}", "Messages that arrived.");
        _failed = _meter.CreateCounter<long>("medtechbot.outbox.failed", "{try}", "Tries that failed.");
        _repeated = _meter.CreateCounter<long>("medtechbot.outbox.repeated", "{message}", "Messages sent again although an earlier try may have arrived: its acknowledgement was lost.");
        _givenUp = _meter.CreateCounter<long>("medtechbot.outbox.given_up", "{message}", "Messages that will not arrive.");
    }

    /// <summary>For listeners that want this instance's figures alone.</summary>
    public Meter Meter => _meter;

    public void Delivered(string kind) => _delivered.Add(1, Tag(kind));

    public void Failed(string kind) => _failed.Add(1, Tag(kind));

    public void Repeated(string kind) => _repeated.Add(1, Tag(kind));

    public void GivenUp(string kind) => _givenUp.Add(1, Tag(kind));

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Tag(string kind) => new("kind", kind);
}
