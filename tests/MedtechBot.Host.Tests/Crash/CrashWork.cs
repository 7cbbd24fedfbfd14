namespace MedtechBot.Host.Tests.Crash;

/// <summary>Askers who open consultations, and a coordinator who answers them, several at a time.</summary>
internal sealed class CrashWork(HostsUnderFire hosts, string apiKey, int count) : IDisposable
{
    /// <summary>Requests that a consultation takes when nothing goes wrong.</summary>
    public const int AnswersEach = 5;

    private const int AtOnce = 6;
    private const int Together = 3;

    private readonly List<CardAsker> _askers = [];

    public IReadOnlyList<Consultation> Consultations { get; } = [.. Enumerable.Range(1, count).Select(n => new Consultation(n))];

    /// <summary>Those who can be asked what their conversation shows.</summary>
    public IReadOnlyList<CardAsker> Askers => _askers;

    public async Task RunAsync()
    {
        using var coordinator = new Coordinator(hosts, apiKey);
        await Parallel.ForEachAsync(Consultations.Chunk(Together), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (some, _) =>
        {
            var asker = new CardAsker(hosts);
            lock (_askers)
            {
                _askers.Add(asker);
            }
            // The last one by the page, the others one after the other in one conversation.
            foreach (var consultation in some.SkipLast(1))
            {
                await asker.OpenAsync(consultation);
                await coordinator.ReplyAsync(consultation);
                await asker.AddAsync(consultation);
            }
            using var other = new FormAsker(hosts);
            await other.OpenAsync(some[^1]);
            await coordinator.ReplyAsync(some[^1]);
        });
    }

    public void Dispose() => _askers.ForEach(a => a.Dispose());
}
