using System.Globalization;
using System.Text.Json;

namespace MedtechBot.Host.Evaluation;

/// <summary>A retrieval collection on disk: documents, questions and which documents answer them.</summary>
internal sealed record SearchCollection(
    IReadOnlyList<SearchCollection.Document> Documents,
    IReadOnlyList<SearchCollection.Query> Queries,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Grades)
{
    internal sealed record Document(string Id, string? Title, string Text);

    internal sealed record Query(string Id, string Text);

    /// <summary>The questions whose answers are known.</summary>
    public IReadOnlyList<Query> Judged { get; } = [.. Queries.Where(q => Grades.ContainsKey(q.Id))];

    /// <exception cref="EvaluationInputException">A file is missing or a line cannot be read.</exception>
    public static SearchCollection Read(string folder, string split, string queries) => new(
        ReadLines<Document>(Path.Combine(folder, "corpus.jsonl")),
        ReadLines<Query>(Path.Combine(folder, split, queries)),
        ReadGrades(Path.Combine(folder, split, "qrels.tsv")));

    internal static List<T> ReadLines<T>(string path)
    {
        var rows = new List<T>();
        var number = 0;
        foreach (var line in Lines(path))
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }
            try
            {
                rows.Add(JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web) ?? throw new JsonException());
            }
            catch (JsonException)
            {
                throw new EvaluationInputException($"{path}:{number}: not a JSON object of the expected form");
            }
        }
        return rows;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, double>> ReadGrades(string path) =>
        Lines(path)
            .Select(line => line.Split('\t'))
            .Where(cells => cells.Length >= 3 && double.TryParse(cells[2], CultureInfo.InvariantCulture, out _))
            .GroupBy(cells => cells[0])
            .ToDictionary(
                group => group.Key,
                group => (IReadOnlyDictionary<string, double>)group
                    .GroupBy(cells => cells[1])
                    .ToDictionary(document => document.Key, document => document.Max(cells => double.Parse(cells[2], CultureInfo.InvariantCulture))));

    private static IEnumerable<string> Lines(string path) =>
        File.Exists(path) ? File.ReadLines(path) : throw new EvaluationInputException($"no such file: {path}");
}

/// <summary>What was given to an evaluation cannot be read; the message says what and where.</summary>
internal sealed class EvaluationInputException(string message) : Exception(message);
