using System.ComponentModel.DataAnnotations;

namespace MedtechBot.LearningFromUse;

/// <summary>Settings below <c>MedtechBot:Learning</c>: how much one person, and how long a confirmation, may move the search.</summary>
public sealed class LearningOptions
{
    /// <summary>Confirmations that one asker gives within 24 hours; more are not taken down. Default 10.</summary>
    [Range(0, 10_000)]
    public int PerAskerAndDay { get; set; } = 10;

    /// <summary>The same for somebody at the desk. Default 200.</summary>
    [Range(0, 10_000)]
    public int PerCoordinatorAndDay { get; set; } = 200;

    /// <summary>Different questions that one asker teaches one passage; more are held for review. Default 3.</summary>
    [Range(0, 10_000)]
    public int PerAskerAndPassage { get; set; } = 3;

    /// <summary>Different questions that count for one passage; more are held for review. Default 50.</summary>
    [Range(0, 10_000)]
    public int PerPassage { get; set; } = 50;

    /// <summary>After so many days a confirmation weighs half. Default 180.</summary>
    [Range(1, 36_500)]
    public int HalfLifeDays { get; set; } = 180;

    /// <summary>After so many days it is over and deleted. Default 730.</summary>
    [Range(1, 36_500)]
    public int KeptDays { get; set; } = 730;

    /// <summary>After so many days without its passage it is deleted. Default 30.</summary>
    [Range(1, 36_500)]
    public int WithoutPassageDays { get; set; } = 30;
}
