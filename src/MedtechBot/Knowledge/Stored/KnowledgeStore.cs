using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search;
using MedtechBot.Knowledge.Vectors;

namespace MedtechBot.Knowledge.Stored;

/// <summary>
/// Makes what is served of what was read, analysing only documents that are new. What comes of it is kept in a file for the next
/// start; that file is only ever a shortcut: whatever is wrong with it, or with writing it, the knowledge is read as if there were none.
/// </summary>
/// <param name="file">Null keeps nothing.</param>
/// <param name="madeBefore">Files that are only read: the first that fits serves where <paramref name="file"/> does not.</param>
/// <param name="rest">How long to leave the processors to whoever waits for an answer before the file is written.</param>
/// <param name="tell">Told what became of the file, for the log; one line each.</param>
/// <param name="vectors">Has passages searched by their meaning too; null leaves it at their words.</param>
internal sealed class KnowledgeStore(string folder, string? file, IReadOnlyList<string>? madeBefore = null, TimeSpan rest = default, Action<string>? tell = null, KnowledgeVectors? vectors = null) : IDisposable
{
    private const string OtherWords = "the stored index was made by another version or with other words; it is made anew";

    private readonly Lock _saving = new();
    private readonly CancellationTokenSource _stop = new();
    private StoredKnowledge? _last;
    private Task<KnowledgeInputs>? _inputs;
    private Task<(JapaneseAnalyzer Analyzer, Thesaurus Thesaurus)>? _tools;
    private bool _hasLooked;
    private bool _isServing;
    private volatile bool _isDisposed;

    /// <summary>Runs while the last knowledge that was made is being written; done when there is nothing to write.</summary>
    public Task Saving { get; private set; } = Task.CompletedTask;

    /// <summary>Whether the file holds what was made last.</summary>
    public bool IsKept { get; private set; }

    /// <summary>The documents that need not be read again while their files stay as they are.</summary>
    public IReadOnlyDictionary<string, StoredDocument>? Known()
    {
        // Beside the reading of the files, which keeps the other core busy.
        _inputs = Task.Run(() => KnowledgeInputs.Of(folder));
        _tools = Task.Run(() =>
        {
            var analyzer = SearchSetup.OpenAnalyzer(folder);
            return (analyzer, SearchSetup.OpenThesaurus(folder, analyzer));
        });
        if (!_hasLooked)
        {
            _last = Find(() => _inputs.GetAwaiter().GetResult().Analysis);
            _hasLooked = true;
        }
        else if (_last is not null && _last.Inputs.Analysis != _inputs.GetAwaiter().GetResult().Analysis)
        {
            tell?.Invoke(OtherWords);
            _last = null;
        }
        return _last?.Documents.ToDictionary(d => d.Document.File, StringComparer.Ordinal);
    }

    /// <summary>After <see cref="Known"/>, of which the reading made use.</summary>
    public KnowledgeSnapshot Build(KnowledgeReading reading)
    {
        var inputs = _inputs!.GetAwaiter().GetResult();
        var (analyzer, thesaurus) = _tools!.GetAwaiter().GetResult();
        StoredDocument[] documents = [.. reading.Drafts.Select(d => d.Stored ?? StoredDocument.Of(d))];
        var isNew = _last is null || _last.Inputs != inputs || !documents.SequenceEqual(_last.Documents, ReferenceEqualityComparer.Instance);
        var current = isNew ? StoredKnowledge.Make(inputs, documents, _last, passages => PassageParts.Build(passages, analyzer)) : _last!;
        _last = current;
        var words = new PassageWords(current.Index, current.Passages, analyzer, thesaurus);
        if (isNew)
        {
            IsKept = false;
            Save(current, words);
        }
        // While the old knowledge goes on serving, no question has to wait for the new one's words.
        if (_isServing)
        {
            words.KnowWriting();
        }
        _isServing = true;
        var search = new PassageSearch(current.Passages, current.Index, analyzer, thesaurus);
        return new KnowledgeSnapshot([.. current.Documents.Select(d => d.Document)], vectors?.Around(search, current.Passages) ?? search, words);
    }

    private StoredKnowledge? Find(Func<string> analysis)
    {
        var outdated = false;
        foreach (var candidate in (string[])[.. file is null ? [] : new[] { file }, .. madeBefore ?? []])
        {
            var opened = StoredFile.TryOpen(candidate, tell);
            if (opened?.Inputs.Analysis == analysis())
            {
                // One of its own that is of no use would only be opened in vain again.
                if (file is not null && candidate != file)
                {
                    StoredFile.TryDelete(file);
                }
                IsKept = candidate == file;
                return opened;
            }
            outdated |= opened is not null;
        }
        if (outdated)
        {
            tell?.Invoke(OtherWords);
        }
        return null;
    }

    private void Save(StoredKnowledge made, PassageWords words)
    {
        if (file is null)
        {
            return;
        }
        if (!_isDisposed)
        {
            Saving = SaveAsync(made, words, _stop.Token);
        }
    }

    private async Task SaveAsync(StoredKnowledge made, PassageWords words, CancellationToken stop)
    {
        try
        {
            await Task.Delay(rest, stop).ConfigureAwait(false);
            var complete = await Task.Run(() => made.Sections.Complete(words.Write), stop).ConfigureAwait(false);
            lock (_saving)
            {
                // The end may have come, or another one been made, meanwhile.
                if (made == _last && !stop.IsCancellationRequested)
                {
                    IsKept = StoredFile.TryWrite(file!, complete, tell);
                }
            }
            // What making it took is many times what serving it takes, and an idle host would keep it for hours.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>Nothing is written any more once this returns.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }
        _isDisposed = true;
        _stop.Cancel();
        lock (_saving)
        {
            _stop.Dispose();
        }
    }
}
