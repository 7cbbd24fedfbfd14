using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace MedtechBot.Knowledge.Vectors;

/// <summary>
/// The vectors of questions that are about to be searched. A question waits for its own no longer than it is worth; while the endpoint
/// fails, nobody waits at all. Serves any number of threads.
/// </summary>
internal sealed class QuestionVectors(IEmbeddingGenerator<string, Embedding<float>> generator, VectorOptions options, TimeProvider time, Action<string>? tell)
{
    private const int Held = 256;
    private const int LongestQuestion = 4000;

    private readonly ConcurrentDictionary<string, float[]> _vectors = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();
    private long _restsUntil;
    private int _isFailing;

    /// <summary>Whether the last answer was one that cannot be used, or none.</summary>
    public bool IsFailing => Volatile.Read(ref _isFailing) != 0;

    /// <summary>The vector of a question that is known; null has it searched by its words alone.</summary>
    public float[]? Find(string question) => _vectors.GetValueOrDefault(question);

    public async ValueTask ReadyAsync(IReadOnlyList<string> questions, CancellationToken cancellation)
    {
        string[] wanted = [.. questions.Where(q => q.Length is > 0 and <= LongestQuestion && !string.IsNullOrWhiteSpace(q) && !_vectors.ContainsKey(q)).Distinct(StringComparer.Ordinal)];
        if (wanted.Length == 0 || time.GetTimestamp() < Interlocked.Read(ref _restsUntil))
        {
            return;
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            var answered = Task.Run(() => generator.GenerateAsync(wanted, cancellationToken: patience.Token), CancellationToken.None);
            // Whether or not it heeds being cancelled.
            var vectors = await answered.WaitAsync(options.Patience, time, cancellation).ConfigureAwait(false);
            Keep(wanted, vectors);
            if (Interlocked.Exchange(ref _isFailing, 0) != 0)
            {
                tell?.Invoke("questions have vectors again");
            }
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && failure is not OutOfMemoryException)
        {
            Interlocked.Exchange(ref _restsUntil, time.GetTimestamp() + (long)(options.Rest.TotalSeconds * time.TimestampFrequency));
            if (Interlocked.Exchange(ref _isFailing, 1) == 0)
            {
                tell?.Invoke($"questions are searched by their words alone: no vector came ({Reason(failure)})");
            }
        }
        finally
        {
            await patience.CancelAsync().ConfigureAwait(false);
        }
    }

    // Messages of others may hold anything, an address with a key in it too.
    internal static string Reason(Exception failure) => failure is VectorException ? failure.Message : failure is TimeoutException or OperationCanceledException ? "too slow" : failure.GetType().Name;

    private void Keep(string[] questions, GeneratedEmbeddings<Embedding<float>> vectors)
    {
        if (vectors.Count != questions.Length)
        {
            throw new VectorException("not a vector for each question");
        }
        foreach (var (question, vector) in questions.Zip(vectors))
        {
            var normal = DocumentVectors.Normal(vector.Vector.Span) ?? throw new VectorException("not a vector");
            if (_vectors.TryAdd(question, normal))
            {
                _order.Enqueue(question);
            }
        }
        while (_order.Count > Held && _order.TryDequeue(out var oldest))
        {
            _vectors.TryRemove(oldest, out _);
        }
    }
}

/// <summary>An endpoint answered something that is no use; the message holds nothing of the answer.</summary>
public class VectorException(string message) : Exception(message);
