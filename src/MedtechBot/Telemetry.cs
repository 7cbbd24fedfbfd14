using System.Diagnostics;
using System.Diagnostics.Metrics;
using MedtechBot.Answers;

namespace MedtechBot;

/// <summary>
/// What is measured, under the names it is exported by: kinds, counts and times. Never a text, an address, a name or an id.
/// Without anybody listening it costs next to nothing. The outbox counts on a meter of the same name.
/// </summary>
public static class Telemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "MedtechBot";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Turns = Meter.CreateCounter<long>("medtechbot.turns", "{turn}", "Turns by outcome, language and channel.");
    private static readonly Histogram<double> TurnDuration = Meter.CreateHistogram<double>("medtechbot.turn.duration", "s", "From taking a message up to its answer.");
    private static readonly Counter<long> Opened = Meter.CreateCounter<long>("medtechbot.tickets.opened", "{ticket}", "Tickets opened, by topic.");
    private static readonly Counter<long> Closed = Meter.CreateCounter<long>("medtechbot.tickets.closed", "{ticket}", "Tickets closed, by topic and outcome.");
    private static readonly Histogram<double> FirstReply = Meter.CreateHistogram<double>("medtechbot.tickets.first_reply", "s", "From opening a ticket to the first reply.");

    /// <summary>A step of a turn in its trace; null when nobody listens.</summary>
    public static Activity? Step(string name) => Source.StartActivity(name);

    public static void TurnDone(OutcomeKind outcome, Language language, string channel, TimeSpan took)
    {
        var tags = new TagList { { "outcome", Word(outcome) }, { "language", Word(language) }, { "channel", channel } };
        Turns.Add(1, tags);
        TurnDuration.Record(took.TotalSeconds, tags);
    }

    /// <param name="topic">One of the product's own topics, never what an asker wrote.</param>
    public static void TicketOpened(string topic) => Opened.Add(1, new KeyValuePair<string, object?>("topic", topic));

    /// <param name="outcome">One of the product's own outcomes.</param>
    public static void TicketClosed(string topic, string outcome) =>
        Closed.Add(1, new KeyValuePair<string, object?>("topic", topic), new KeyValuePair<string, object?>("outcome", outcome));

    public static void FirstReplyWritten(TimeSpan after) => FirstReply.Record(after.TotalSeconds);

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
