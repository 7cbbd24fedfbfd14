namespace MedtechBot.Benchmarks.Search;

/// <summary>What is searched: a collection on disk or the product's knowledge, grown to a size.</summary>
/// <param name="Folder">With corpus.jsonl, or with folders that have one, of which the largest counts; null for the knowledge.</param>
internal sealed record SearchSource(Repository Repository, string? Folder)
{
    public Collection Read() => Folder is null ? Collection.Of(Repository) : Collection.Read(Largest(Folder));

    public static bool IsOne(string folder) => Candidates(folder).Any();

    private static string Largest(string folder) => Candidates(folder).MaxBy(f => new FileInfo(Corpus(f)).Length)!;

    private static IEnumerable<string> Candidates(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Prepend(folder).Where(f => File.Exists(Corpus(f))) : [];

    private static string Corpus(string folder) => Path.Combine(folder, "corpus.jsonl");
}
