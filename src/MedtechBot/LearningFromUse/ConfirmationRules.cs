using System.Security.Cryptography;
using System.Text;
using MedtechBot.Japanese;
using MedtechBot.PersonalData;
using MedtechBot.Turns;

namespace MedtechBot.LearningFromUse;

/// <summary>What may be learned, what of it counts, and how much: pure functions.</summary>
public static class ConfirmationRules
{
    /// <summary>A longer text tells a case and asks no question.</summary>
    public const int LongestQuestion = 300;

    internal const int LongestPassageId = 200;

    /// <summary>
    /// The question on one line; null when nothing may be learned from it: too long, or with personal data (also where it was masked),
    /// withheld words, or something that a limit speaks to.
    /// </summary>
    public static string? Learnable(string text)
    {
        var question = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return question.Length <= LongestQuestion && Folded(question).Length > 0 && MayBeLearned(question) ? question : null;
    }

    /// <summary>Whether nothing in a text, however long, forbids learning from what was asked with it.</summary>
    public static bool MayBeLearned(string text) =>
        !PersonalDataMask.IsMasked(text) && !Screened.IsNote(text) && Screened.Of(text) is { Limit: null, IsUnchanged: true };

    /// <summary>The same for questions that differ in nothing but width, case, spaces and marks.</summary>
    public static string KeyOf(string question) => Hash(Folded(question));

    /// <summary>What becomes of a confirmation; null when it is not taken down.</summary>
    public static LearnedStatus? Decide(ConfirmationFacts facts, LearningOptions options) => facts switch
    {
        _ when facts.ByWhoToday >= (facts.IsOfTheDesk ? options.PerCoordinatorAndDay : options.PerAskerAndDay) => null,
        { Known: { } known } => known,
        { IsOfTheDesk: false } when facts.ByWhoOfPassage >= options.PerAskerAndPassage => LearnedStatus.Held,
        _ when facts.OfPassage >= options.PerPassage => LearnedStatus.Held,
        _ => LearnedStatus.Counts,
    };

    /// <summary>1 on the day, a half after the half-life, 0 when it is over. Changes at midnight (UTC) alone, so that all hosts agree.</summary>
    public static double Weight(DateTimeOffset at, DateTimeOffset now, LearningOptions options)
    {
        var days = Math.Max(0, (now.UtcDateTime.Date - at.UtcDateTime.Date).Days);
        return days >= options.KeptDays ? 0 : Math.Pow(0.5, days / (double)options.HalfLifeDays);
    }

    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Folded(string question) => string.Concat(TextNormalizer.Normalize(question).Text.Where(char.IsLetterOrDigit));
}

/// <summary>What is known when something is confirmed.</summary>
/// <param name="Known">What the same question is to the same passage already; null when it is new.</param>
/// <param name="ByWhoToday">Confirmations by the same person within 24 hours.</param>
/// <param name="ByWhoOfPassage">Other questions that the same person taught the passage.</param>
/// <param name="OfPassage">Other questions that count for the passage.</param>
public sealed record ConfirmationFacts(bool IsOfTheDesk, LearnedStatus? Known, int ByWhoToday, int ByWhoOfPassage, int OfPassage);
