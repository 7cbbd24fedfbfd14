namespace MedtechBot.Knowledge.Vectors;

/// <summary>How vectors are made and how much they count.</summary>
/// <param name="Model">Whose vectors are compared with each other; another one makes all of them anew.</param>
public sealed record VectorOptions(string Model)
{
    /// <summary>Above this, looking at every vector for every question takes too long; then there are none.</summary>
    public const int MostPassages = 200_000;

    /// <summary>More numbers in a vector than any model gives.</summary>
    public const int MostDimensions = 8192;

    /// <summary>The share of the score that is nearness of meaning; the rest is the words'.</summary>
    public double Weight { get; init; } = 0.3;

    /// <summary>How long a question waits for its vector before it is searched without one.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long nothing is asked of an endpoint that failed.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a batch of passages may take.</summary>
    public TimeSpan PatienceForPassages { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many passages are sent at once.</summary>
    public int Batch { get; init; } = 32;
}
