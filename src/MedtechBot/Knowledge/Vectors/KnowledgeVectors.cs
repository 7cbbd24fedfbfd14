using MedtechBot.Knowledge.Search;
using Microsoft.Extensions.AI;

namespace MedtechBot.Knowledge.Vectors;

/// <summary>
/// Makes vectors of what is served, in the background and only of what changed, and has searches use them once they are there. Nothing
/// that this does, or fails to do, keeps a search from being made.
/// </summary>
/// <param name="file">Keeps the vectors from one start to the next; null keeps none.</param>
/// <param name="tell">Told in a line what goes wrong, once until it goes right again.</param>
public sealed class KnowledgeVectors(
    IEmbeddingGenerator<string, Embedding<float>> generator, VectorOptions options, string? file = null, Action<string>? tell = null, TimeProvider? time = null) : IDisposable
{
    private const int LongestText = 6000;

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly QuestionVectors _questions = new(generator, options, time ?? TimeProvider.System, tell);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _following = new();
    private IReadOnlyDictionary<UInt128, float[]>? _known;
    private volatile FusedSearch? _serving;
    private CancellationTokenSource? _superseded;
    private volatile bool _isFailing;

    /// <summary>Runs while vectors of what is served last are being made.</summary>
    public Task Making { get; private set; } = Task.CompletedTask;

    /// <summary>How many of the passages have vectors, and whether the endpoint answers.</summary>
    public (int Known, int Passages, bool IsFailing) State => (_serving?.Vectors?.Known ?? 0, _serving?.Vectors?.Count ?? 0, _isFailing || _questions.IsFailing);

    public void Dispose()
    {
        if (!_stop.IsCancellationRequested)
        {
            _stop.Cancel();
            generator.Dispose();
        }
    }

    /// <summary>The search with vectors, which come later by themselves.</summary>
    internal IPassageSearch Around(PassageSearch search, IReadOnlyList<Passage> passages)
    {
        if (passages.Count > VectorOptions.MostPassages)
        {
            tell?.Invoke($"{passages.Count} passages are more than vectors are made for ({VectorOptions.MostPassages}); they are searched by their words alone");
            return search;
        }
        var fused = new FusedSearch(search, _questions, options.Weight);
        lock (_following)
        {
            _serving = fused;
            _superseded?.Cancel();
            _superseded = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            var (before, stop) = (Making, _superseded.Token);
            Making = Task.Run(() => FollowAsync(before, fused, passages, stop), CancellationToken.None);
        }
        return fused;
    }

    // One after the other: what the one before has made need not be made again.
    private async Task FollowAsync(Task before, FusedSearch fused, IReadOnlyList<Passage> passages, CancellationToken stop)
    {
        await before.ConfigureAwait(false);
        try
        {
            _known ??= file is null ? new Dictionary<UInt128, float[]>() : VectorFile.Read(file, options.Model, tell);
            string[] texts = [.. passages.Select(Text)];
            for (var wait = options.Rest; !await TryMakeAsync(fused, texts, stop).ConfigureAwait(false); wait = TimeSpan.FromTicks(Math.Min(2 * wait.Ticks, TimeSpan.FromHours(1).Ticks)))
            {
                await Task.Delay(wait, _time, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Failed(failure);
        }
    }

    private async Task<bool> TryMakeAsync(FusedSearch fused, string[] texts, CancellationToken stop)
    {
        UInt128[] digests = Array.ConvertAll(texts, VectorFile.Digest);
        var known = new Dictionary<UInt128, float[]>();
        foreach (var digest in digests.Where(_known!.ContainsKey))
        {
            known[digest] = _known![digest];
        }
        if (known.Count > 0)
        {
            fused.Vectors = new DocumentVectors([.. digests.Select(known.GetValueOrDefault)]);
        }
        int[] missing = [.. Enumerable.Range(0, texts.Length).Where(i => !known.ContainsKey(digests[i]))];
        // What is no longer said needs no vector.
        var isChanged = missing.Length > 0 || known.Count != _known!.Count;
        var made = 0;
        try
        {
            foreach (var batch in missing.Chunk(options.Batch))
            {
                var vectors = await EmbedAsync([.. batch.Select(i => texts[i])], known.Count == 0 ? 0 : known.Values.First().Length, stop).ConfigureAwait(false);
                foreach (var (place, vector) in batch.Zip(vectors))
                {
                    known[digests[place]] = vector;
                }
                made++;
            }
            if (_isFailing)
            {
                _isFailing = false;
                tell?.Invoke("passages have vectors again");
            }
            return true;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested && failure is not OutOfMemoryException)
        {
            Failed(failure);
            if (failure is OtherDimensionsException && made == 0)
            {
                // The model of that name is another one now.
                (known, isChanged) = ([], false);
                _known = known;
            }
            return false;
        }
        finally
        {
            // As far as it went: the next attempt goes on from there.
            if (isChanged && known.Count > 0)
            {
                _known = known;
                fused.Vectors = new DocumentVectors([.. digests.Select(known.GetValueOrDefault)]);
                if (file is not null)
                {
                    VectorFile.TryWrite(file, options.Model, known, tell);
                }
            }
        }
    }

    /// <exception cref="VectorException">What came are no vectors of these texts.</exception>
    private async Task<float[][]> EmbedAsync(string[] texts, int dimensions, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            var answered = Task.Run(() => generator.GenerateAsync(texts, cancellationToken: patience.Token), CancellationToken.None);
            var vectors = await answered.WaitAsync(options.PatienceForPassages, _time, stop).ConfigureAwait(false);
            if (vectors.Count != texts.Length)
            {
                throw new VectorException("not a vector for each passage");
            }
            var first = dimensions == 0 ? vectors[0].Vector.Length : dimensions;
            float[][] normal = [.. vectors.Select(v => DocumentVectors.Normal(v.Vector.Span, first)).OfType<float[]>()];
            return normal.Length == texts.Length ? normal
                : throw (vectors.Select(v => v.Vector.Length).Distinct().ToArray() is [var other] && other != first ? new OtherDimensionsException() : new VectorException("not a vector"));
        }
        finally
        {
            await patience.CancelAsync().ConfigureAwait(false);
        }
    }

    private void Failed(Exception failure)
    {
        if (!_isFailing)
        {
            _isFailing = true;
            tell?.Invoke($"no vectors of passages can be made now ({QuestionVectors.Reason(failure)}); they are searched by their words, and it is tried again");
        }
    }

    private sealed class OtherDimensionsException() : VectorException("vectors of other dimensions than before");

    // What somebody looking for the passage might have in mind; models read no more than so much.
    private static string Text(Passage passage)
    {
        var text = string.Join('\n', (string[])[passage.DocumentTitle, passage.Heading, .. passage.Asks, passage.Text]);
        return text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }
}
