using System.CommandLine;
using MedtechBot.Knowledge;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>knowledge report</c>: what rests on secondary or old sources, what expires, and counts by document.</summary>
internal static class KnowledgeReportCommand
{
    private const int MostYears = 100;

    public static Command Build(Func<string> folder, Argument<string?> given, TimeProvider? time)
    {
        var years = new Option<int>("--years") { Description = "Sources older than this count as old.", DefaultValueFactory = _ => 5 };
        years.Validators.Add(result =>
        {
            // What is not a number at all is named by the parser.
            if (result.Errors.Any() || result.Tokens.Count != 1 || !int.TryParse(result.Tokens[0].Value, out var value) || value is >= 1 and <= MostYears)
            {
                return;
            }
            result.AddError($"--years must be a number from 1 to {MostYears}.");
        });
        var command = new Command("report", "List what rests on secondary or old sources and what expires, with counts by document.") { given, years };
        command.SetAction(result =>
        {
            var reading = KnowledgeReader.Read(result.GetValue(given) ?? folder(), time);
            var errors = reading.Problems.Count(p => p.Severity == ProblemSeverity.Error);
            if (errors > 0)
            {
                result.InvocationConfiguration.Error.WriteLine("Files with errors are missing in this report; knowledge lint names them.");
            }
            var today = JapaneseDay.Today(time ?? TimeProvider.System);
            Write(KnowledgeReport.Of(reading.Documents, today, result.GetValue(years)), result.InvocationConfiguration.Output);
            return errors == 0 ? 0 : 1;
        });
        return command;
    }

    /// <summary>Parts that begin with a # line; passages stand below the sources they rest on, columns have tabs between. The same knowledge and day give the same text.</summary>
    public static void Write(KnowledgeReport report, TextWriter output)
    {
        output.WriteLine($"# Knowledge on {Day(report.Today)}: {report.Documents.Count} documents, {report.PassageCount} passages");
        WritePassages($"# Unverified, resting on secondary sources: {report.Unverified.Count} passages", report.Unverified, output);
        WritePassages($"# Resting on sources before {Day(report.OldBefore)} alone: {report.Old.Count} passages", report.Old, output);
        WriteDocuments($"# Expired: {report.Expired.Count} documents", report.Expired, output);
        WriteDocuments($"# Expiring by {Day(report.SoonUntil)}: {report.ExpiringSoon.Count} documents", report.ExpiringSoon, output);
        output.WriteLine("\n# By document: id, passages, unverified, old, as_of, valid_until, reviewed");
        foreach (var (document, unverified, old) in report.Documents)
        {
            var until = document.ValidUntil is { } day ? Day(day) : "-";
            output.WriteLine($"{document.Id}\t{document.Passages.Count}\t{unverified.Count}\t{old.Count}\t{document.AsOf}\t{until}\t{document.Reviewed}");
        }
    }

    private static void WritePassages(string heading, IReadOnlyList<Passage> passages, TextWriter output)
    {
        output.WriteLine($"\n{heading}");
        foreach (var group in passages.GroupBy(p => string.Join(" / ", p.Sources.Select(s => Describe(s.Source)).Distinct())))
        {
            output.WriteLine(group.Key);
            foreach (var passage in group)
            {
                output.WriteLine($"\t{passage.Id}\t{passage.Heading}\tas of {passage.AsOf}");
            }
        }
    }

    private static void WriteDocuments(string heading, IReadOnlyList<KnowledgeDocument> documents, TextWriter output)
    {
        output.WriteLine($"\n{heading}");
        foreach (var document in documents)
        {
            output.WriteLine($"{document.Id}\t{document.Title}\tuntil {Day(document.ValidUntil!.Value)}\t{document.Passages.Count} passages");
        }
    }

    private static string Describe(Source source) => $"{source.Publisher}「{source.Title}」{source.Date} {source.Url}".TrimEnd();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
