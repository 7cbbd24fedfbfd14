using System.Runtime.CompilerServices;

namespace MedtechBot.Coordination;

/// <summary>Bounds of what people write about a ticket; whoever takes it from a form has told them before.</summary>
public static class TicketTexts
{
    public const int Longest = 10_000;
    public const int LongestComment = 1_000;

    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    internal static void Check(string text, int longest = Longest, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, longest, name);
    }

    /// <summary>Ids are given by forms, so that sending one twice does its work once.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static void CheckId(string id, [CallerArgumentExpression(nameof(id))] string? name = null) =>
        ArgumentOutOfRangeException.ThrowIfNotEqual(id.Length is >= 16 and <= 64, true, name);
}
