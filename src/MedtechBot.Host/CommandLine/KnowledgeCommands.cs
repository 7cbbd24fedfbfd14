using System.CommandLine;
using MedtechBot.Consultations;
using MedtechBot.Knowledge;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>knowledge lint</c> and <c>knowledge list</c>, and the verbs of their own files.</summary>
public static class KnowledgeCommands
{
    /// <param name="folder">The knowledge folder when none is named on the command line.</param>
    /// <param name="time">Says what has expired; the system's clock unless given.</param>
    public static Command Build(Func<string> folder, TimeProvider? time = null)
    {
        var given = new Argument<string?>("folder") { Arity = ArgumentArity.ZeroOrOne, Description = "Another knowledge folder than the configured one." };
        var lint = new Command("lint", "Check every file of the knowledge base.") { given };
        lint.SetAction(result => Lint(result.GetValue(given) ?? folder(), result.InvocationConfiguration.Output, time));
        var list = new Command("list", "List the documents of the knowledge base.") { given };
        list.SetAction(result => List(result.GetValue(given) ?? folder(), result.InvocationConfiguration.Output));
        return new Command("knowledge", "Look after the knowledge base.") { lint, list, KnowledgeReportCommand.Build(folder, given, time), KnowledgeIndexCommand.Build(folder), KnowledgeImportCommand.Build(folder) };
    }

    /// <summary>One line a problem, then the counts.</summary>
    /// <returns>0, or 1 when there is an error; warnings alone are no failure.</returns>
    public static int Lint(string folder, TextWriter output, TimeProvider? time = null)
    {
        var reading = KnowledgeLint.Check(folder, time);
        IReadOnlyList<KnowledgeProblem> problems = [.. reading.Problems, .. DeskRulesLint.Check(folder, reading.Documents, time)];
        foreach (var problem in problems)
        {
            output.WriteLine(problem);
        }
        var errors = problems.Count(p => p.Severity == ProblemSeverity.Error);
        var passages = reading.Documents.SelectMany(d => d.Passages).ToList();
        var unverified = passages.Count(p => p.Limit == StatementLimit.Unverified);
        output.WriteLine($"{reading.Documents.Count} documents, {passages.Count} passages, {errors} errors, {problems.Count - errors} warnings, {unverified} unverified");
        return errors == 0 ? 0 : 1;
    }

    /// <summary>One line a document: id, title, passages and the date it speaks for, with tabs between.</summary>
    public static int List(string folder, TextWriter output)
    {
        var reading = KnowledgeReader.Read(folder);
        foreach (var document in reading.Documents.OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            output.WriteLine($"{document.Id}\t{document.Title}\t{document.Passages.Count}\t{document.AsOf}");
        }
        return reading.HasErrors ? 1 : 0;
    }
}
