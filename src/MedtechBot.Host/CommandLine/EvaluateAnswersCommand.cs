using System.CommandLine;
using System.Text.Json;
using MedtechBot.Host.Evaluation;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>evaluate answers</c>: plays questions with known facts and scores the replies.</summary>
internal static class EvaluateAnswersCommand
{
    public static Command Build(Func<string> knowledgeFolder)
    {
        var golden = new Argument<FileInfo>("golden") { Description = "Questions with expected action and facts, one JSON object a line." };
        var answers = new Option<FileInfo?>("--answers") { Description = "Writes each reply as one JSON object a line." };
        var facts = new Option<string?>("--facts") { Description = "Only questions all of whose facts start so." };
        var failed = new Option<bool>("--failed") { Description = "Lists what went wrong." };
        var command = new Command("answers", "Measure the answers on questions with known facts.") { golden, answers, facts, failed };
        command.SetAction(async (result, cancellation) =>
        {
            try
            {
                var items = SearchCollection.ReadLines<GoldenItem>(result.GetRequiredValue(golden).FullName);
                if (result.GetValue(facts) is { Length: > 0 } prefix)
                {
                    items = [.. items.Where(item => item.Facts.Count > 0 && item.Facts.All(f => f.StartsWith(prefix, StringComparison.Ordinal)))];
                }
                var index = SearchSetup.OpenIndex(knowledgeFolder());
                var played = await AnswerEvaluation.PlayAsync(items, index, cancellation);
                if (result.GetValue(answers) is { } file)
                {
                    await File.WriteAllLinesAsync(file.FullName, played.Select(p => JsonSerializer.Serialize(p.ToLine(), AskCommand.Json)), cancellation);
                }
                AnswerReport.Write(Console.Out, played, result.GetValue(failed));
                return 0;
            }
            catch (Exception problem) when (problem is EvaluationInputException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync(problem.Message);
                return 2;
            }
        });
        return command;
    }
}
