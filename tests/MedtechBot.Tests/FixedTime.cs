using System.Globalization;

namespace MedtechBot.Tests;

/// <summary>A clock that stands at one moment.</summary>
internal sealed class FixedTime(string utc) : TimeProvider
{
    private readonly DateTimeOffset _now = DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override DateTimeOffset GetUtcNow() => _now;
}
