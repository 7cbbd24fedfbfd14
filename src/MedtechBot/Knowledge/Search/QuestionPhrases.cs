namespace MedtechBot.Knowledge.Search;

/// <summary>Words that make a sentence a question or a request and say nothing of what it is about.</summary>
internal static class QuestionPhrases
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "する", "いる", "ある", "なる", "できる", "出来る", "やる", "れる", "られる", "せる", "くる", "いく", "行く", "おる", "くれる", "もらう", "もらえる",
        "教える", "おしえる", "くださる", "下さる", "ください", "下さい", "いただく", "いただける", "頂く", "知る", "知りたい", "わかる", "分かる", "思う", "言う", "いう", "聞く", "お願い", "願う",
        "何", "なに", "なん", "どう", "どの", "どこ", "どれ", "どちら", "どんな", "いつ", "だれ", "誰", "なぜ", "いくら", "いくつ", "どうして",
        "こと", "もの", "ため", "よう", "ところ", "場合", "とき", "時", "の", "これ", "それ", "あれ", "この", "その", "あの", "ここ", "そこ", "うち", "私", "わたし", "僕", "自分",
        "しまう", "もう", "まだ", "すでに", "既に", "すぐ", "やっぱり", "やはり", "ちょっと", "すごい", "とても", "本当", "ほんとう",
        "ちゃう", "じゃう", "やっちゃう", "どっか", "なんで", "マジ", "まじ", "さっぱり", "今さら", "いまさら", "さっさと", "いちいち", "どんどん", "とりわけ", "だいたい", "みたい", "みたいだ", "アリ", "セーフ", "けっこう", "結構", "そもそも", "とりあえず", "いったい", "もし", "もしも", "ぜひ", "是非", "なるべく", "つまり", "ついでに", "ちゃんと", "きちんと", "ん", "あと", "それぞれ", "まとめる", "絶対", "ダメ", "だめ", "駄目", "いけない", "必ず", "かならず",
        "よい", "良い", "いい", "ない", "无", "さん", "ご", "お",
        "the", "a", "an", "of", "to", "in", "on", "for", "and", "or", "by", "with", "from", "at", "as", "it", "its", "is", "are", "was", "were", "be", "been", "do", "does", "did", "can", "could", "should", "would", "will", "may",
        "what", "which", "who", "whom", "how", "when", "where", "why", "that", "this", "these", "those", "there", "we", "i", "my", "our", "you", "your", "me", "us", "please", "tell", "about", "have", "ha", "had", "has", "many", "much", "any", "just", "get", "doe", "thi", "wa", "it'",
        "must", "might", "shall", "being", "having", "doing", "am", "he", "she", "his", "her", "they", "them", "their", "us", "if", "so", "not", "no", "yes", "than", "then", "too", "also", "or",
        "somebody", "someone", "something", "anybody", "anyone", "anything", "nobody", "nothing", "everything", "here", "up", "out", "into", "over", "off", "again", "ever", "really", "still", "actually",
        "other", "another", "some", "all", "every", "each", "only", "very", "quite", "such", "want", "like", "let", "thing", "lot", "bit", "way", "sort", "kind", "okay", "ok", "good", "enough", "well", "far",
        "because", "while", "whether", "between", "through", "during", "got", "go", "going", "gone", "come", "make", "made", "say", "said", "seem", "mean", "else", "next", "ye",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
