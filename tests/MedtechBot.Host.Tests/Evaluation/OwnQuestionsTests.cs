using System.Text.Json;
using MedtechBot.Host.Evaluation;
using MedtechBot.Host.Storage;
using MedtechBot.Host.Tests.CommandLine;
using Microsoft.Extensions.Configuration;

namespace MedtechBot.Host.Tests.Evaluation;

/// <summary>The product's own questions, in a small repository of the test.</summary>
public sealed class OwnQuestionsTests : IDisposable
{
    private readonly DirectoryInfo _repository = Directory.CreateTempSubdirectory("repository-");

    public OwnQuestionsTests()
    {
        SmallKnowledge.Write(Path.Combine(_repository.FullName, "knowledge"));
        File.WriteAllText(Path.Combine(_repository.FullName, "MedtechBot.sln"), "");
        Directory.CreateDirectory(Evaluation);
        File.WriteAllLines(Path.Combine(Evaluation, "questions.jsonl"),
        [
            $$"""{"id":"q1","question":"{{SmallKnowledge.Question}}","lang":"ja","topic":"ecosystem","style":"formal","action":"answer","passages":["test-support#fee"],"must":[["無料"]]}""",
            """{"id":"q2","question":"相談窓口の受付時間","lang":"ja","topic":"ecosystem","style":"keyword","action":"answer","passages":["test-support#fee"]}""",
        ]);
    }

    private string Evaluation => Path.Combine(_repository.FullName, "tests", "MedtechBot.Evaluation");

    public void Dispose() => _repository.Delete(recursive: true);

    [Fact]
    public async Task Without_a_file_they_are_played_and_what_failed_is_listed()
    {
        var (code, output, errors) = await ProductCommand.RunAsync(_repository.FullName, "evaluate", "answers", "--failed");

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("right, lenient            1/2 = 50.0 %", output, StringComparison.Ordinal);
        Assert.Contains("q2 相談窓口の受付時間", output, StringComparison.Ordinal);
        Assert.Contains("cites test-support#hours; should cite test-support#fee", output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Evaluation, "quality.json")));
    }

    [Fact]
    public async Task Recording_keeps_the_latest_figures_and_adds_a_line_to_the_history()
    {
        await ProductCommand.RunAsync(_repository.FullName, "evaluate", "answers", "--record");
        var (code, output, errors) = await ProductCommand.RunAsync(_repository.FullName, "evaluate", "answers", "--record");

        Assert.Equal((0, ""), (code, errors));
        var latest = JsonSerializer.Deserialize<AnswerFigures>(await File.ReadAllTextAsync(Path.Combine(Evaluation, "quality.json")), JsonSerializerOptions.Web)!;
        Assert.Contains($"right, lenient            {latest.Right}", output, StringComparison.Ordinal);
        var history = await File.ReadAllLinesAsync(Path.Combine(Evaluation, "HISTORY.md"));
        Assert.Equal(2, history.Count(line => line.StartsWith($"| {latest.Date:yyyy-MM-dd} | 2 | 50.0 |", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Only_all_of_them_are_recorded()
    {
        var file = Path.Combine(Evaluation, "questions.jsonl");
        var (code, output, errors) = await ProductCommand.RunAsync(_repository.FullName, "evaluate", "answers", file, "--record");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("--record", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_the_repository_the_message_says_what_to_do()
    {
        var paths = new HostPaths(new ConfigurationBuilder().Build()) { Repository = null };

        var problem = Assert.Throws<EvaluationInputException>(() => new OwnQuestions(paths).Questions);

        Assert.Contains("name a file of questions", problem.Message, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "quality.json"), new OwnQuestions(paths).LatestFile);
    }
}
