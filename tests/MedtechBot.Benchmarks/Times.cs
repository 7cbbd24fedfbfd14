using System.Globalization;

namespace MedtechBot.Benchmarks;

/// <summary>Measured times in milliseconds.</summary>
internal sealed class Times
{
    private readonly List<double> _sorted = [];

    public int Count => _sorted.Count;

    public double Median => At(0.5);

    public double P95 => At(0.95);

    public double P99 => At(0.99);

    public void Add(TimeSpan time)
    {
        var place = _sorted.BinarySearch(time.TotalMilliseconds);
        _sorted.Insert(place < 0 ? ~place : place, time.TotalMilliseconds);
    }

    public override string ToString() => $"median {Milliseconds(Median)}, p95 {Milliseconds(P95)} (n = {Count})";

    public string ToStringWithRange() => $"median {Milliseconds(Median)} (fastest {Milliseconds(At(0))}, slowest {Milliseconds(At(1))}, n = {Count})";

    public string ToStringWithMost() => $"median {Milliseconds(Median)}, p95 {Milliseconds(P95)}, slowest {Milliseconds(At(1))} (n = {Count})";

    public static string Milliseconds(double value) =>
        value.ToString(value < 1 ? "0.000" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture) + " ms";

    private double At(double share) => _sorted[Math.Min(_sorted.Count - 1, (int)(share * _sorted.Count))];
}
