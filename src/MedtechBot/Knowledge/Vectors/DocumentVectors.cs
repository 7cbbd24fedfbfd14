using System.Numerics.Tensors;

namespace MedtechBot.Knowledge.Vectors;

/// <summary>Vectors of documents by their numbers, each of length 1; a document may have none yet. Immutable.</summary>
public sealed class DocumentVectors
{
    private const int Piece = 4096;

    private readonly float[]?[] _vectors;

    public DocumentVectors(IReadOnlyList<float[]?> vectors)
    {
        _vectors = [.. vectors];
        Known = _vectors.Count(v => v is not null);
        Dimensions = _vectors.FirstOrDefault(v => v is not null)?.Length ?? 0;
    }

    /// <summary>How many documents have one.</summary>
    public int Known { get; }

    public int Count => _vectors.Length;

    public int Dimensions { get; }

    /// <summary>The vector at length 1; null when it is none that can be compared: of other dimensions, not finite, or nothing at all.</summary>
    /// <param name="dimensions">0 for any.</param>
    public static float[]? Normal(ReadOnlySpan<float> vector, int dimensions = 0)
    {
        if (vector.Length is 0 or > VectorOptions.MostDimensions || (dimensions != 0 && vector.Length != dimensions))
        {
            return null;
        }
        // Of a number that is none, the length is none either.
        var length = TensorPrimitives.Norm(vector);
        if (!float.IsFinite(length) || length < 1e-12f)
        {
            return null;
        }
        var normal = new float[vector.Length];
        TensorPrimitives.Divide(vector, length, normal);
        return normal;
    }

    /// <summary>How much nearer each document is to a question than documents are on average, of the nearest; 0 for the average and whatever is farther.</summary>
    /// <param name="question">Of length 1.</param>
    public float[] Nearness(float[] question)
    {
        var nearness = new float[_vectors.Length];
        if (Known == 0 || question.Length != Dimensions)
        {
            return nearness;
        }
        Parallel.For(0, (_vectors.Length + Piece - 1) / Piece, piece =>
        {
            for (var (i, end) = (piece * Piece, Math.Min(_vectors.Length, (piece + 1) * Piece)); i < end; i++)
            {
                nearness[i] = _vectors[i] is { } vector ? TensorPrimitives.Dot(vector, question) : float.NaN;
            }
        });
        var (sum, best) = (0.0, float.MinValue);
        foreach (var cosine in nearness)
        {
            (sum, best) = float.IsNaN(cosine) ? (sum, best) : (sum + cosine, Math.Max(best, cosine));
        }
        var average = (float)(sum / Known);
        var spread = best - average;
        for (var i = 0; i < nearness.Length; i++)
        {
            // One that has no vector yet is as near as any.
            nearness[i] = spread > 1e-6f && nearness[i] > average ? (nearness[i] - average) / spread : 0;
        }
        return nearness;
    }
}
