using FsCheck;

namespace MedtechBot.Tests.Knowledge.Search;

/// <summary>Titled texts and questions made of few words, so that every word stands in many texts and many scores are the same.</summary>
public sealed record RandomCollection(int Seed, int Documents, int Words, int Part)
{
    private static readonly string[] Vocabulary =
    [
        "保険", "収載", "治験", "届出", "補助金", "開発費", "医療機器", "承認", "審査", "料金", "無料", "相談", "窓口", "会議", "価格", "計画", "ほけんしゅうさい", "ちけん",
        "プログラム", "サービス", "ソフトウェア", "クラスⅡ", "QMS", "device", "devices", "approval", "ISO13485", "★", "④", "百二十万円", "𠮷野家", "\ud83d", "\udc00", "か\u3099", "ゝ", "申請する", "申請します",
    ];

    private static readonly string[] Between = ["の", "を", "は", "、", "。", " ", "", "\n", "について", "と"];

    private static readonly (string, string, float)[] Synonyms = [("保険収載", "保険適用", 1f), ("治験", "臨床試験", 0.8f), ("届出", "申請", 0.5f), ("料金", "価格", 1f), ("device", "医療機器", 0.7f)];

    public static Gen<RandomCollection> Small { get; } =
        from seed in Gen.Choose(0, int.MaxValue)
        from documents in Gen.Choose(0, 40)
        from words in Gen.Choose(1, Vocabulary.Length)
        from part in Gen.Choose(1, 50)
        select new RandomCollection(seed, documents, words, part);

    /// <summary>So many that lists of documents take several blocks.</summary>
    public static Gen<RandomCollection> Large { get; } =
        from seed in Gen.Choose(0, int.MaxValue)
        from documents in Gen.Choose(250, 900)
        from words in Gen.Choose(3, Vocabulary.Length)
        from part in Gen.Choose(100, 1_000)
        select new RandomCollection(seed, documents, words, part);

    public static IReadOnlyList<(string, string, float)> SynonymPairs => Synonyms;

    public (string Title, string Body)[] Texts()
    {
        var random = new System.Random(Seed);
        var texts = new (string, string)[Documents];
        for (var i = 0; i < texts.Length; i++)
        {
            // Some say the very same, some nothing.
            texts[i] = i > 0 && random.Next(4) == 0 ? texts[random.Next(i)] : (Text(random, random.Next(4)), Text(random, random.Next(25)));
        }
        return texts;
    }

    public string[] Questions() => [.. Enumerable.Range(0, 8).Select(i => Text(new System.Random(Seed ^ (i + 1)), 1 + i)), "", "ほけんしゅうさいのちけん"];

    private string Text(System.Random random, int words) =>
        string.Concat(Enumerable.Range(0, words).Select(_ => Vocabulary[(int)(Math.Pow(random.NextDouble(), 2) * Words)] + Between[random.Next(Between.Length)]));
}
