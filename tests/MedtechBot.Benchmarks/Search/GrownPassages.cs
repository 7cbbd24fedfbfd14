namespace MedtechBot.Benchmarks.Search;

/// <summary>
/// As many titled texts as are wanted, made of those that there are. The first copy is the texts as they are; in every further one each
/// name and each rarer word is another throughout, by the rule of <see cref="GrownKnowledge"/>, so that words grow as in new text of the kind.
/// </summary>
internal static class GrownPassages
{
    public static (string Title, string Body)[] Of(IReadOnlyList<(string Title, string Body)> texts, int count)
    {
        var grown = new (string, string)[count];
        var inUse = count <= texts.Count ? null : new WordsInUse(texts.Select(t => t.Title + "\n" + t.Body));
        Parallel.For(0, (count + texts.Count - 1) / texts.Count, copy =>
        {
            var words = copy == 0 ? null : new OtherWords(inUse!, copy + 1);
            for (var i = copy * texts.Count; i < Math.Min(count, (copy + 1) * texts.Count); i++)
            {
                var (title, body) = texts[i % texts.Count];
                grown[i] = words is null ? (title, body) : (words.Replace(title), words.Replace(body));
            }
        });
        return grown;
    }
}
