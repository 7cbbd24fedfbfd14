using System.CommandLine;
using System.Text.Json;
using MedtechBot.Host.Evaluation;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>evaluate answers</c>: plays questions with known facts and scores the replies.</summary>
internal static class EvaluateAnswersCommand
{
    public static Command Build(Func<string> knowledgeFolder, Func<OwnQuestions> ownQuestions)
    {
        var golden = new Argument<FileInfo?>("golden") { Arity = ArgumentArity.ZeroOrOne, Description = "Questions with expected action and facts, one JSON object a line. Left out: the product's own, in the repository." };
        var answers = new Option<FileInfo?>("--answers") { Description = "Writes each reply as one JSON object a line." };
        var facts = new Option<string?>("--facts") { Description = "Only questions all of whose facts start so." };
        var failed = new Option<bool>("--failed") { Description = "Lists what went wrong." };
        var record = new Option<bool>("--record") { Description = "Keeps the figures of the product's own questions: HISTORY.md and what /quality shows." };
        var command = new Command("answers", "Measure the answers on questions with known facts.") { golden, answers, facts, failed, record };
        command.Validators.Add(result =>
        {
            if (result.GetValue(record) && (result.GetValue(golden) is not null || result.GetValue(facts) is not null))
            {
                result.AddError("--record keeps the figures of the product's own questions, all of them: leave out the file and --facts.");
            }
        });
        command.SetAction(async (result, cancellation) =>
        {
            try
            {
                var own = ownQuestions();
                var items = SearchCollection.ReadLines<GoldenItem>(result.GetValue(golden)?.FullName ?? own.Questions);
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
                var figures = AnswerFigures.Of(played, Today(), index.Current.Documents.Count, index.Current.PassageCount);
                AnswerReport.Write(Console.Out, figures, played, result.GetValue(failed));
                if (result.GetValue(record))
                {
                    own.Record(figures);
                }
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

    // Japan's day.
    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);
}
