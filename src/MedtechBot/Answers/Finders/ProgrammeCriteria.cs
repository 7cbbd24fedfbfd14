using System.Globalization;
using MedtechBot.Knowledge;

namespace MedtechBot.Answers.Finders;

/// <summary>What a programme is wanted for. A row that names nothing in a column is open to everything there, save for what it is only for.</summary>
internal sealed record ProgrammeCriteria(IReadOnlyList<string> Phases, IReadOnlyList<string> Applicants, IReadOnlyList<string> Classes, IReadOnlyList<string> Subjects, int? Year)
{
    /// <summary>A year alone asks about the calls of that year, not which programme fits.</summary>
    public bool IsEmpty => Phases.Count + Applicants.Count + Classes.Count + Subjects.Count == 0;

    /// <summary>Names who asks or how far the development is, and nothing narrower: enough for "支援" to mean programmes.</summary>
    public bool IsGeneral => Phases.Count + Applicants.Count > 0 && Subjects.Count == 0;

    public bool Allow(PassageRow row) =>
        Open(row, "match_phase", Phases) && Open(row, "match_applicant", Applicants) && Open(row, "match_class", Classes)
        && (Subjects.Count == 0 || Hits(row, "match_subject", Subjects))
        && (Year is not { } year || (NumberOf(row, "first_year", 0) <= year && year <= NumberOf(row, "last_year", 9999)));

    /// <summary>Supports the development itself; what only pays fees or filings is meant where its subject is named.</summary>
    public bool IsMeant(PassageRow row) => row["match_phase"].Length > 0 || Hits(row, "match_subject", Subjects);

    /// <summary>How many of the things named the row names as well.</summary>
    public int Named(PassageRow row) =>
        new[] { Hits(row, "match_phase", Phases), Hits(row, "match_applicant", Applicants), NamesClass(row) }.Count(hit => hit) + row.List("match_subject").Count(Subjects.Contains);

    public static bool Runs(PassageRow row, int fiscalYear) => NumberOf(row, "last_year", 9999) >= fiscalYear;

    public bool NamesClass(PassageRow row) => Hits(row, "match_class", Classes);

    public string Label(string separator) =>
        string.Join(separator, [.. Phases, .. Applicants, .. Classes, .. Subjects, .. Year is { } year ? [year.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>()]);

    private static bool Open(PassageRow row, string column, IReadOnlyList<string> named) =>
        named.Count == 0 || row[column].Length == 0 || Hits(row, column, named);

    private static bool Hits(PassageRow row, string column, IReadOnlyList<string> named) => row.List(column).Any(named.Contains);

    private static int NumberOf(PassageRow row, string column, int missing) =>
        int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : missing;
}
