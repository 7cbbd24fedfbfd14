namespace MedtechBot.Deliveries;

public enum DeliveryResult { Delivered, TryAgain, Refused }

/// <summary>What became of one try.</summary>
/// <param name="Code">Why it failed, in a word that holds nothing of the message or the receiver's reply.</param>
/// <param name="MayHaveArrived">The receiver may have taken the message, although it did not say so.</param>
public sealed record DeliveryOutcome(DeliveryResult Result, string? Code = null, bool MayHaveArrived = false)
{
    public const int LongestCode = 64;

    public static DeliveryOutcome Delivered { get; } = new(DeliveryResult.Delivered);

    /// <summary>How long the receiver wants to be left alone; null when it did not say.</summary>
    public TimeSpan? NotWithin { get; init; }

    /// <summary>A row that is kept together with the note that it arrived, or null.</summary>
    public object? Receipt { get; init; }

    /// <summary>It may go better later.</summary>
    public static DeliveryOutcome TryAgain(string code) => new(DeliveryResult.TryAgain, code);

    /// <summary>It was sent, and whether it was taken is not known.</summary>
    public static DeliveryOutcome Unacknowledged(string code) => new(DeliveryResult.TryAgain, code, MayHaveArrived: true);

    /// <summary>It will never be taken.</summary>
    public static DeliveryOutcome Refused(string code) => new(DeliveryResult.Refused, code);
}
