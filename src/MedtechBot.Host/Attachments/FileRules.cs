using MedtechBot.Answers;
using MedtechBot.Host.Pages;

namespace MedtechBot.Host.Attachments;

/// <summary>What may be attached to a message, whoever sends it.</summary>
internal static class FileRules
{
    /// <summary>At once, with one message.</summary>
    public const int Most = 4;

    public const int LargestMegabytes = 10;

    /// <summary>Bytes of one file.</summary>
    public const long Largest = LargestMegabytes * 1024L * 1024;

    /// <summary>Bytes of a form with all its files and fields.</summary>
    public const long LargestForm = (Most * Largest) + (1024 * 1024);

    /// <summary>The fields of a form: files that are chosen now, and the ids of those that the form holds already.</summary>
    public const string Field = "files";

    public const string HeldField = "held";

    /// <summary>What a browser offers to choose.</summary>
    public static readonly string Accept = string.Join(',', FileSignature.Extensions);

    public static string Kinds(Language language) =>
        language.Say("PNG・JPEG・GIF・PDF・Word(.docx)・Excel(.xlsx)・テキスト(UTF-8)", "PNG, JPEG, GIF, PDF, Word (.docx), Excel (.xlsx) and UTF-8 text");

    public static string Limits(Language language) =>
        language.Say($"{Kinds(language)}を{Most}個まで、1個{LargestMegabytes} MBまで。", $"Up to {Most} files, {LargestMegabytes} MB each: {Kinds(language)}.");
}
