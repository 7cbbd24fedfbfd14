using System.CommandLine;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MedtechBot.Answers;
using MedtechBot.Host.KnowledgePages;
using MedtechBot.Host.Storage;
using MedtechBot.Knowledge.Search;
using MedtechBot.Turns;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>ask</c>: one question, one answer, without a server.</summary>
internal static class AskCommand
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Command Build(Func<HostPaths> paths)
    {
        var question = new Argument<string>("question") { Description = "The question, in Japanese or English." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("ask", "Answer one question from the knowledge base.") { question, json };
        command.SetAction(async (result, cancellation) =>
        {
            var asked = result.GetRequiredValue(question);
            if (string.IsNullOrWhiteSpace(asked))
            {
                await Console.Error.WriteLineAsync("The question is empty: ask \"伴走コンサルは無料ですか\"");
                return 2;
            }
            var index = SearchSetup.OpenIndex(paths().KnowledgeDirectory, madeBefore: [paths().Index, HostPaths.IndexMadeWhileBuilding]);
            var started = Stopwatch.GetTimestamp();
            var outcome = await new TurnHandler(() => index.Current).HandleAsync(new Turn(asked, []), cancellation);
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            await Console.Out.WriteLineAsync(result.GetValue(json) ? JsonSerializer.Serialize(AnswerJson.From(outcome.Answer, elapsed), Json) : Readable(outcome.Answer));
            return 0;
        });
        return command;
    }

    private static string Readable(Answer answer)
    {
        var lines = new List<string> { answer.Text, "" };
        lines.AddRange(answer.Citations.Select(c => $"[{c.Position}] {c.Title} / {c.Section}\n    「{c.Quote.ReplaceLineEndings(" ")}」\n    {c.Source} ({KnowledgeWords.AsOf(c.AsOf, answer.Language)})  /knowledge/{c.Id.Value}"));
        if (answer.DateLine.Length > 0)
        {
            lines.Add(answer.DateLine);
        }
        lines.AddRange(answer.Suggestions.Select(s => "> " + s));
        return string.Join('\n', lines).TrimEnd();
    }
}

/// <summary>An answer as the command line prints it.</summary>
internal sealed record AnswerJson(string Outcome, bool Caveat, string Text, IReadOnlyList<AnswerJson.CitationJson> Citations, double Ms)
{
    internal sealed record CitationJson(string Id, string Title, string Section, string Quote, string Url, string Source, string AsOf);

    public static AnswerJson From(Answer answer, double ms) => new(
        answer.Outcome.ToString().ToLowerInvariant(),
        answer.Caveat,
        answer.Text,
        [.. answer.Citations.Select(c => new CitationJson(c.Id.Value, c.Title, c.Section, c.Quote, c.Path, c.Source, c.AsOf.ToString()))],
        Math.Round(ms, 2));
}
