using System.Globalization;
using System.Text;
using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Host.Evaluation;

/// <summary>What each part of the ranking is good for: nDCG@10 of every collection without it.</summary>
internal static class SearchAblation
{
    public const string File = "ABLATION.md";

    private const string Split = "dev";
    private const int Depth = 10;

    private static readonly (string Name, SearchParts Without)[] Rows =
    [
        ("complete", SearchParts.None),
        ("without the domain's thesaurus", SearchParts.Thesaurus),
        ("without other ways of writing a word", SearchParts.Spellings),
        ("without other words for the same", SearchParts.Synonyms),
        ("without titles as a field", SearchParts.Titles),
        ("without pairs of characters", SearchParts.Bigrams),
        ("without the words that kana sound like", SearchParts.Sounds),
        ("without coverage", SearchParts.Coverage),
        ("without sentences", SearchParts.Sentences),
        ("without nearness", SearchParts.Nearness),
        ("without headings", SearchParts.Headings),
        ("without counters", SearchParts.Counters),
        ("without the second stage", SearchParts.SecondStage),
    ];

    /// <returns>A Markdown table of figures alone: a column for each collection and each other file of questions that it has.</returns>
    public static string Table(IReadOnlyList<DirectoryInfo> folders, JapaneseAnalyzer analyzer, Thesaurus thesaurus)
    {
        var rows = Rows.Select(r => r.Name).Append("complete, with the other four fifths of the questions learned").Select(name => new StringBuilder($"| {name} |")).ToList();
        var head = new StringBuilder("| nDCG@10 |");
        foreach (var folder in folders)
        {
            TextIndex? index = null;
            foreach (var questions in Directory.EnumerateFiles(Path.Combine(folder.FullName, Split), "queries*.jsonl").Order(StringComparer.Ordinal))
            {
                var collection = SearchCollection.Read(folder.FullName, Split, Path.GetFileName(questions));
                index ??= SearchEvaluation.Build(collection, analyzer, thesaurus);
                head.Append(CultureInfo.InvariantCulture, $" {folder.Name}{Path.GetFileNameWithoutExtension(questions)["queries".Length..].Replace('_', ' ')} |");
                for (var row = 0; row < Rows.Length; row++)
                {
                    var searched = index.Without(Rows[row].Without);
                    Append(rows[row], Ndcg(collection, (question, _) => searched.Search(question, Depth)));
                }
                var learning = SearchLearning.Across(index, collection);
                Append(rows[^1], Ndcg(collection, (question, place) => learning.Search(index, question, place, Depth)));
            }
        }
        var columns = head.ToString().Count(c => c == '|') - 2;
        return $"# What each part of the ranking is good for\n\nWritten by `evaluate ablation <collection>...` from the dev halves of the collections.\n\n{head}\n|---|{string.Concat(Enumerable.Repeat("---:|", columns))}\n{string.Join('\n', rows)}\n";
    }

    private static double Ndcg(SearchCollection collection, Func<string, int, IReadOnlyList<(int Document, float Score)>> search)
    {
        var figures = new double[collection.Judged.Count];
        Parallel.For(0, figures.Length, i => figures[i] = RankingMeasures.Ndcg(
            [.. search(collection.Judged[i].Text, i).Select(hit => collection.Documents[hit.Document].Id)], collection.Grades[collection.Judged[i].Id], Depth));
        return figures.Average();
    }

    private static void Append(StringBuilder row, double figure) => row.Append(CultureInfo.InvariantCulture, $" {figure:.0000} |");
}
