namespace MedtechBot.Knowledge.Search;

/// <summary>Reads <c>thesaurus.tsv</c>: canonical, variant and relation, with a header line.</summary>
public static class ThesaurusFile
{
    public static IReadOnlyList<(string Term, string Other, float Weight)> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }
        return [.. File.ReadLines(path).Skip(1)
            .Select(line => line.Split('\t'))
            .Where(cells => cells.Length >= 3 && cells[0].Length > 0 && cells[1].Length > 0)
            .Select(cells => (cells[0], cells[1], Weight(cells[2])))];
    }

    private static float Weight(string relation) => relation.Trim() switch
    {
        "synonym" or "old-name" => 1f,
        _ => 0.5f,
    };
}
