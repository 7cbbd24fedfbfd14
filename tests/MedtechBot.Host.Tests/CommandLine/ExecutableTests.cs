using System.Text.Json;

namespace MedtechBot.Host.Tests.CommandLine;

public sealed class ExecutableTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medtechbot-");

    public ExecutableTests() => SmallKnowledge.Write(Knowledge);

    private string Knowledge => Path.Combine(_folder.FullName, "knowledge");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Ask_prints_one_JSON_object_with_the_answer_and_its_citations()
    {
        var (code, output, errors) = await RunAsync("ask", SmallKnowledge.Question, "--json");

        Assert.Equal((0, ""), (code, errors));
        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["outcome", "caveat", "text", "citations", "ms"], answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
        Assert.False(answer.GetProperty("caveat").GetBoolean());
        var citation = answer.GetProperty("citations")[0];
        Assert.Equal(["id", "title", "section", "quote", "url", "source", "asOf"], citation.EnumerateObject().Select(p => p.Name));
        Assert.Equal("test-support#fee", citation.GetProperty("id").GetString());
        Assert.Equal("2022-02", citation.GetProperty("asOf").GetString());
        Assert.StartsWith(SmallKnowledge.Quote, citation.GetProperty("quote").GetString(), StringComparison.Ordinal);
        Assert.Contains(SmallKnowledge.Quote, output, StringComparison.Ordinal); // legible, not escaped
    }

    [Fact]
    public async Task Ask_reads_well_without_JSON()
    {
        var (code, output, _) = await RunAsync("ask", SmallKnowledge.Question);

        Assert.Equal(0, code);
        Assert.Contains("[1] 試験用の\"支援\"ガイド / 伴走コンサルの料金", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_tells_why_on_demand_in_words_and_as_data()
    {
        var (code, readable, _) = await RunAsync("ask", SmallKnowledge.Question, "--explain");
        var json = JsonDocument.Parse((await RunAsync("ask", SmallKnowledge.Question, "--explain", "--json")).Output).RootElement;

        Assert.Equal(0, code);
        Assert.Contains("1. test-support#fee", readable, StringComparison.Ordinal);
        Assert.Contains("answer: ", readable, StringComparison.Ordinal);
        Assert.Contains("idf", readable, StringComparison.Ordinal);
        var question = json.GetProperty("explanation").GetProperty("questions")[0];
        Assert.Equal("test-support#fee", question.GetProperty("passages")[0].GetProperty("id").GetString());
        var found = question.GetProperty("search").GetProperty("passages")[0];
        Assert.Equal(found.GetProperty("score").GetDouble(), found.GetProperty("parts").EnumerateArray().Sum(p => p.GetProperty("contribution").GetDouble()), 0.001);
    }

    [Fact]
    public async Task An_answer_from_expired_knowledge_says_so_with_and_without_JSON()
    {
        SmallKnowledge.Write(Knowledge, validUntil: "2024-03-31");

        var json = JsonDocument.Parse((await RunAsync("ask", SmallKnowledge.Question, "--json")).Output).RootElement;
        var (_, readable, _) = await RunAsync("ask", SmallKnowledge.Question);

        Assert.True(json.GetProperty("caveat").GetBoolean());
        Assert.Contains("※2024年3月31日までの情報", json.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("※2024年3月31日までの情報", readable, StringComparison.Ordinal);
        Assert.Contains("2022年2月時点", readable, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("knowledge", "import")]
    [InlineData("knowledge", "report", "--years", "0")]
    [InlineData("knowledge", "report", "--years", "abc")]
    [InlineData("ask")]
    [InlineData("ask", " ")]
    [InlineData("ask", "治験とは", "--nonsense")]
    [InlineData("answer", "治験とは")]
    [InlineData("evaluate")]
    [InlineData("knowledge")]
    [InlineData("desk")]
    [InlineData("evaluate", "search", "no-such-folder")]
    [InlineData("evaluate", "answers", "no-such-file.jsonl")]
    public async Task Bad_arguments_are_told_on_the_error_stream(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.NotEqual("", errors.Trim());
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_is_measured_on_a_collection_named_relative_to_the_caller()
    {
        var collection = _folder.CreateSubdirectory("collection");
        Directory.CreateDirectory(Path.Combine(collection.FullName, "dev"));
        Write("corpus.jsonl", """{"id":"d1","title":"保険","text":"保険収載の手続"}""", """{"id":"d2","text":"治験の届出"}""");
        Write("dev/queries.jsonl", """{"id":"q1","text":"治験"}""", """{"id":"q2","text":"保険収載"}""", """{"id":"q3","text":"誰も答えを知らない"}""");
        Write("dev/qrels.tsv", "query-id\tcorpus-id\tscore", "q1\td2\t1", "q2\td1\t2");

        var (code, output, errors) = await RunAsync("evaluate", "search", "collection", "--run", "run.tsv");

        Assert.Equal((0, ""), (code, errors));
        var figures = JsonDocument.Parse(output).RootElement;
        Assert.Equal((2, 2), (figures.GetProperty("docs").GetInt32(), figures.GetProperty("queries").GetInt32()));
        Assert.Equal(1, figures.GetProperty("ndcg10").GetDouble());
        Assert.Equal(1, figures.GetProperty("mrr10").GetDouble());
        var run = await File.ReadAllLinesAsync(Path.Combine(_folder.FullName, "run.tsv"));
        Assert.Contains(run, line => line.StartsWith("q1\td2\t1\t", StringComparison.Ordinal));

        void Write(string name, params string[] lines) => File.WriteAllLines(Path.Combine(collection.FullName, name), lines);
    }

    [Fact]
    public async Task A_broken_line_of_a_collection_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "corpus.jsonl"), "{\"id\":\"d1\",\"text\":\"治験\"}\nnot JSON\n");

        var (code, output, errors) = await RunAsync("evaluate", "search", ".");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("corpus.jsonl:2:", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_succeeds_on_good_knowledge_and_fails_on_bad()
    {
        Assert.Equal(0, (await RunAsync("knowledge", "lint")).Code);

        await File.WriteAllTextAsync(Path.Combine(Knowledge, "broken.md"), "# no front matter\n");
        var (code, output, _) = await RunAsync("knowledge", "lint");

        Assert.Equal(1, code);
        Assert.Contains("broken.md:1: error:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_can_be_made_before_the_first_start()
    {
        var file = Path.Combine(_folder.FullName, "made.index");

        var (code, output, errors) = await RunAsync("knowledge", "index", "made.index");

        Assert.Equal((0, ""), (code, errors));
        Assert.StartsWith(file, output, StringComparison.Ordinal);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task No_index_is_promised_for_knowledge_that_is_broken_or_a_folder_that_is_not_there()
    {
        var (missing, _, why) = await RunAsync("knowledge", "index", Path.Combine("not", "there", "made.index"));
        await File.WriteAllTextAsync(Path.Combine(Knowledge, "broken.md"), "# no front matter\n");
        var (broken, _, which) = await RunAsync("knowledge", "index", "made.index");

        Assert.Equal((1, 1), (missing, broken));
        Assert.Contains("cannot be stored", why, StringComparison.Ordinal);
        Assert.Contains("broken.md:1: error:", which, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) =>
        ProductCommand.RunAsync(_folder.FullName, arguments);
}
