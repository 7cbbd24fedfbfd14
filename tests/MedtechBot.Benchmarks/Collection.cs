using System.Text.Json;
using MedtechBot.Knowledge;

namespace MedtechBot.Benchmarks;

/// <summary>Documents and questions to search with. Its name is the folder's own, without the path.</summary>
internal sealed record Collection(string Name, IReadOnlyList<(string Title, string Body)> Documents, IReadOnlyList<string> Questions)
{
    private const int MostQuestions = 1_000;

    public static Collection Of(Repository repository) => new(
        "the knowledge",
        [.. KnowledgeReader.Read(repository.Knowledge).Documents.SelectMany(d => d.Passages).Select(p => (p.Heading, p.Text))],
        [.. Product.Questions(repository).Take(MostQuestions)]);

    public static Collection Read(string folder) => new(
        new DirectoryInfo(folder).Name,
        [.. Lines<Document>(Path.Combine(folder, "corpus.jsonl")).Select(d => (d.Title ?? "", d.Text))],
        [.. Lines<Query>(Path.Combine(folder, "dev", "queries.jsonl")).Take(MostQuestions).Select(q => q.Text)]);

    private static IEnumerable<T> Lines<T>(string file) =>
        File.ReadLines(file).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<T>(l, JsonSerializerOptions.Web)!);

    private sealed record Document(string? Title, string Text);

    private sealed record Query(string Text);
}
