using System.Collections.Concurrent;

namespace MedtechBot.Benchmarks.Load;

/// <summary>What the product acknowledged: exactly this must stand in its database, no more and no less.</summary>
internal sealed class Books
{
    /// <summary>Messages of askers that were taken in.</summary>
    public ConcurrentBag<(string Conversation, string Activity)> Said { get; } = [];

    /// <summary>Forms that were answered with a ticket's number.</summary>
    public ConcurrentBag<(string Conversation, string Submission, string Number)> Filed { get; } = [];

    /// <summary>What coordinators did and were sent on from.</summary>
    public ConcurrentBag<(string Number, string Verb, string By, string Id)> Done { get; } = [];

    /// <summary>Messages of which askers were told that somebody in charge has them.</summary>
    public ConcurrentBag<string> PassedOn { get; } = [];

    /// <summary>Since when a page was open that nobody left.</summary>
    public DateTimeOffset WatchedSince { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>The last version of each ticket that this page was told.</summary>
    public ConcurrentDictionary<string, int> Watched { get; } = new();
}
