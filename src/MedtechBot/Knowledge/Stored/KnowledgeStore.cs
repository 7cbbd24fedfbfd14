using MedtechBot.Knowledge.Search;

namespace MedtechBot.Knowledge.Stored;

/// <summary>
/// Makes what is served of what was read, analysing only documents that are new. What comes of it is kept in a file for the next
/// start; that file is only ever a shortcut: whatever is wrong with it, or with writing it, the knowledge is read as if there were none.
/// </summary>
/// <param name="file">Null keeps nothing.</param>
/// <param name="rest">How long to leave the processors to whoever waits for an answer before the file is written.</param>
/// <param name="tell">Told what became of the file, for the log; one line each.</param>
internal sealed class KnowledgeStore(string folder, string? file, TimeSpan rest = default, Action<string>? tell = null) : IDisposable
{
    private readonly Lock _saving = new();
    private readonly CancellationTokenSource _stop = new();
    private StoredKnowledge? _last;
    private KnowledgeInputs? _inputs;
    private bool _hasLooked;
    private bool _isServing;
    private volatile bool _isDisposed;

    /// <summary>Runs while the last knowledge that was made is being written; done when there is nothing to write.</summary>
    public Task Saving { get; private set; } = Task.CompletedTask;

    /// <summary>The documents that need not be read again while their files stay as they are.</summary>
    public IReadOnlyDictionary<string, StoredDocument>? Known()
    {
        var inputs = Task.Run(() => KnowledgeInputs.Of(folder));
        if (!_hasLooked && file is not null)
        {
            _last = StoredFile.TryOpen(file, tell);
        }
        _hasLooked = true;
        _inputs = inputs.GetAwaiter().GetResult();
        if (_last is not null && _last.Inputs.Analysis != _inputs.Analysis)
        {
            tell?.Invoke("the stored index was made by another version or with other words; it is made anew");
            _last = null;
        }
        return _last?.Documents.ToDictionary(d => d.Document.File, StringComparer.Ordinal);
    }

    public KnowledgeSnapshot Build(KnowledgeReading reading)
    {
        var analyzer = SearchSetup.OpenAnalyzer(folder);
        var thesaurus = SearchSetup.OpenThesaurus(folder, analyzer);
        StoredDocument[] documents = [.. reading.Drafts.Select(d => d.Stored ?? StoredDocument.Of(d))];
        var isNew = false;
        if (_last is null || _last.Inputs != _inputs || !documents.SequenceEqual(_last.Documents, ReferenceEqualityComparer.Instance))
        {
            isNew = true;
            _last = StoredKnowledge.Make(_inputs!, documents, _last, passages => PassageParts.Build(passages, analyzer));
        }
        var words = new PassageWords(_last.Index, _last.Passages, analyzer, thesaurus);
        if (isNew)
        {
            Save(_last, words);
        }
        // While the old knowledge goes on serving, no question has to wait for the new one's words.
        if (_isServing)
        {
            words.KnowWriting();
        }
        _isServing = true;
        return new KnowledgeSnapshot([.. _last.Documents.Select(d => d.Document)], new PassageSearch(_last.Passages, _last.Index, analyzer, thesaurus), words);
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
                    StoredFile.TryWrite(file!, complete, tell);
                }
            }
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
