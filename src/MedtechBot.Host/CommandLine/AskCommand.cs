using System.CommandLine;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using MedtechBot.Answers;
using MedtechBot.Host.KnowledgePages;
using MedtechBot.Host.Settings;
using MedtechBot.Host.Storage;
using MedtechBot.Host.Vectors;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;
using MedtechBot.Knowledge.Vectors;
using MedtechBot.Turns;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>ask</c>: one question, one answer, without a server.</summary>
internal static class AskCommand
{
    private const int MostExplained = 5;
    private static readonly TimeSpan PatienceForVectors = TimeSpan.FromSeconds(5);

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new PassageIdJson() } };

    public static Command Build(Func<HostPaths> paths)
    {
        var question = new Argument<string>("question") { Description = "The question, in Japanese or English." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var explain = new Option<bool>("--explain") { Description = "Tell, for the best passages, why each ranks where it does." };
        var command = new Command("ask", "Answer one question from the knowledge base.") { question, json, explain };
        command.SetAction(async (result, cancellation) =>
        {
            var asked = result.GetRequiredValue(question);
            if (string.IsNullOrWhiteSpace(asked))
            {
                await Console.Error.WriteLineAsync("The question is empty: ask \"伴走コンサルは無料ですか\"");
                return 2;
            }
            using var vectors = OpenVectors(paths(), out var refused);
            if (refused is not null)
            {
                await Console.Error.WriteLineAsync(refused);
                return 2;
            }
            var index = SearchSetup.OpenIndex(paths().KnowledgeDirectory, madeBefore: [paths().Index, HostPaths.IndexMadeWhileBuilding], vectors: vectors);
            if (vectors is not null)
            {
                // One question waits for what a server makes beside its answers, but not for an endpoint that fails.
                await Task.WhenAny(vectors.Making, Task.Delay(PatienceForVectors, cancellation));
            }
            var started = Stopwatch.GetTimestamp();
            var turn = new Turn(asked, []);
            var outcome = await new TurnHandler(() => index.Current).HandleAsync(turn, cancellation);
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var why = result.GetValue(explain) ? ExplainTurn.Of(turn, index.Current, JapaneseDay.Today(TimeProvider.System), MostExplained) : null;
            await Console.Out.WriteLineAsync(result.GetValue(json) ? JsonSerializer.Serialize(AnswerJson.From(outcome.Answer, elapsed) with { Explanation = why }, Json)
                : string.Join("\n\n", (string[])[Readable(outcome.Answer), .. why is null ? [] : new[] { string.Join('\n', ExplanationText.Of(why)) }]));
            return 0;
        });
        return command;
    }

    private static KnowledgeVectors? OpenVectors(HostPaths paths, out string? refused)
    {
        try
        {
            refused = null;
            return VectorsSetup.Open(new ConfigurationBuilder().AddEnvironmentVariables().Build(), VectorsSetup.FileOf(paths), line => Console.Error.WriteLine("vectors: " + line));
        }
        catch (SettingException setting)
        {
            refused = setting.Message;
            return null;
        }
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

/// <summary>Ids of passages as they are written everywhere else.</summary>
internal sealed class PassageIdJson : JsonConverter<PassageId>
{
    public override PassageId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, PassageId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>An answer as the command line prints it.</summary>
internal sealed record AnswerJson(string Outcome, bool Caveat, string Text, IReadOnlyList<AnswerJson.CitationJson> Citations, double Ms)
{
    /// <summary>Only where it was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExplainedTurn? Explanation { get; init; }

    internal sealed record CitationJson(string Id, string Title, string Section, string Quote, string Url, string Source, string AsOf);

    public static AnswerJson From(Answer answer, double ms) => new(
        answer.Outcome.ToString().ToLowerInvariant(),
        answer.Caveat,
        answer.Text,
        [.. answer.Citations.Select(c => new CitationJson(c.Id.Value, c.Title, c.Section, c.Quote, c.Path, c.Source, c.AsOf.ToString()))],
        Math.Round(ms, 2));
}
