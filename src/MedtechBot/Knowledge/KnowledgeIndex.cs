using MedtechBot.Knowledge.Reading;
using MedtechBot.Knowledge.Search.Learning;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge;

/// <summary>
/// Holds what is served. Readers take <see cref="Current"/> once for each turn and never wait; a reload builds everything beside it
/// and then swaps. While any file is broken, the last good state goes on serving; only the very first load serves what is readable.
/// </summary>
public sealed class KnowledgeIndex : IDisposable
{
    private readonly Func<KnowledgeReading, KnowledgeSnapshot> _build;
    private readonly Func<IReadOnlyDictionary<string, StoredDocument>?> _known;
    private readonly TimeProvider _time;
    private readonly IDisposable? _store;
    private readonly Lock _reloading = new();
    private readonly Lock _swapping = new();
    private LearnedPassages _learned = LearnedPassages.None;
    private volatile KnowledgeSnapshot _current;
    private volatile IReadOnlyList<KnowledgeProblem> _lastProblems = [];
    private volatile string _loaded = "";

    /// <param name="build">Called on every reload, also when only the thesaurus has changed.</param>
    public KnowledgeIndex(string folder, Func<IReadOnlyList<KnowledgeDocument>, KnowledgeSnapshot> build, TimeProvider? time = null)
        : this(folder, reading => build(reading.Documents), () => null, time)
    {
    }

    internal KnowledgeIndex(string folder, KnowledgeStore store, TimeProvider? time = null)
        : this(folder, store.Build, store.Known, time) => _store = store;

    private KnowledgeIndex(
        string folder, Func<KnowledgeReading, KnowledgeSnapshot> build, Func<IReadOnlyDictionary<string, StoredDocument>?> known, TimeProvider? time)
    {
        Folder = folder;
        _build = build;
        _known = known;
        _time = time ?? TimeProvider.System;
        var reading = ReadUnmoved();
        _current = build(reading);
        _lastProblems = reading.Problems;
    }

    public string Folder { get; }

    public KnowledgeSnapshot Current => _current;

    /// <summary>What the last load, good or not, found wrong.</summary>
    public IReadOnlyList<KnowledgeProblem> LastProblems => _lastProblems;

    /// <summary>Told after each reload, on the thread that reloaded: the problems found, and whether the new state is served.</summary>
    public event Action<IReadOnlyList<KnowledgeProblem>, bool>? Reloaded;

    /// <summary>The state of the files that the last load has seen.</summary>
    internal string LoadedFingerprint => _loaded;

    /// <summary>What is served stays; nothing of it is written to disk any more.</summary>
    public void Dispose() => _store?.Dispose();

    public Task<bool> ReloadAsync() => Task.Run(Reload);

    /// <returns>Whether what the folder holds now is served; false leaves the last good state.</returns>
    public bool Reload()
    {
        lock (_reloading)
        {
            var reading = ReadUnmoved();
            var problems = reading.Problems;
            var good = !reading.HasErrors;
            if (good)
            {
                try
                {
                    Serve(_build(reading));
                }
                // The old search goes on serving whatever kept the new one from being built.
                catch (Exception failure) when (failure is not OutOfMemoryException)
                {
                    good = false;
                    problems = [.. problems, new KnowledgeProblem(".", 0, ProblemSeverity.Error, $"the search cannot be built: {failure.Message}")];
                }
            }
            _lastProblems = problems;
            Reloaded?.Invoke(problems, good);
            return good;
        }
    }

    /// <summary>Has what is served, now and after each reload, searched with what was learned from use. No question waits for it.</summary>
    public void Learn(LearnedPassages learned)
    {
        lock (_swapping)
        {
            (_learned, _current) = (learned, _current.With(learned));
        }
    }

    private void Serve(KnowledgeSnapshot built)
    {
        lock (_swapping)
        {
            _current = built.With(_learned);
        }
    }

    // Files that change while they are read would make a state that never was.
    private KnowledgeReading ReadUnmoved()
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = KnowledgeFingerprint.Of(Folder);
            var reading = KnowledgeReader.Read(Folder, _time, _known());
            _loaded = before;
            if (attempt == 5 || KnowledgeFingerprint.Of(Folder) == before)
            {
                return reading;
            }
        }
    }
}
