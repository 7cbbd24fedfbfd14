using System.Text;

namespace MedtechBot.Japanese.Tests;

/// <summary>
/// Makes sentences from a seed: a topic, a particle, an object, a verb form, sometimes a clause
/// before it and noise in between. The words are chosen for what they do to a tokenizer (numbers,
/// circled digits, half-width kana, unknown words, symbols, runs), not for sense.
/// </summary>
internal sealed class SentenceMaker(int seed)
{
    private static readonly string[] Nouns =
    [
        "医療機器プログラム", "承認申請", "薬事", "該当性", "AI", "クラスⅡ", "クラスIII", "製造販売業", "QMS", "ISO13485",
        "一般的名称", "ソフトウェア", "ｿﾌﾄｳｪｱ", "スマートフォンアプリ", "診断支援", "保険適用", "ＰＭＤＡ", "厚生労働省", "届出", "費用",
        "無料相談", "伴走コンサル", "段階④", "①②③", "2025年4月1日", "３か月", "百二十万円", "約１，０００件", "50％", "お客様",
        "私たち", "これ", "どこ", "東京都千代田区", "すもも", "うらにわ", "株式会社メドテック", "㍿", "ヴァイオリン", "コンサルティングサービス",
        "機械学習モデル", "人工知能関連技術", "睡眠時無呼吸症候群", "心電図", "血圧計", "ウェアラブルデバイス", "Ω波", "Привет", "αβγ", "café",
    ];

    private static readonly string[] Particles =
        ["は", "が", "を", "に", "で", "と", "から", "まで", "については", "にも", "でも", "って", "の", "へ", "より", "・", "/", "（", "）", "～", ""];

    private static readonly string[] Predicates =
    [
        "必要ですか", "知りたいです", "教えてください", "行われている", "できませんでした", "しなければならない", "食べられなかった", "だった",
        "申し込みたいのですが", "わからん", "どうすればよいでしょうか", "なんぼかかるん？", "お願いいたします", "終わったら連絡します", "ある", "ない",
        "取得しておきたい", "困っちゃった", "やってみた", "来ます", "書かせていただきました", "高くないですか", "ﾀﾞﾒでした", "ムリぽ", "ですｗｗｗ", "OK?",
    ];

    private static readonly string[] Noise =
        ["、", "。", "！", "?", " ", "　", "…", "\n", "「", "」", "😀", "1", "１２３", "ー", "っ", "ん", "々", "ゝ", "゛", "ｶﾞ", "ﾞ", "\t", "ABC", "ｘｙｚ", "〇", "◎", "が", "𠮷"];

    private readonly Random random = new(seed);

    public string Sentence()
    {
        var result = new StringBuilder();
        for (var clause = random.Next(1, 4); clause > 0; clause--)
        {
            result.Append(Pick(Nouns)).Append(Pick(Particles)).Append(Pick(Nouns)).Append(Pick(Particles));
            if (random.Next(3) == 0)
            {
                result.Append(Pick(Noise));
            }

            result.Append(Pick(Predicates)).Append(random.Next(2) == 0 ? "。" : Pick(Noise));
        }

        return result.ToString();
    }

    /// <summary>Any UTF-16 units at all, unpaired surrogates included.</summary>
    public string AnyUnits(int length) =>
        string.Create(length, random, (span, source) =>
        {
            foreach (ref var unit in span)
            {
                unit = source.Next(4) switch
                {
                    0 => (char)source.Next(0x10000),
                    1 => (char)source.Next(0x3000, 0x3100),
                    2 => (char)source.Next(0xFF00, 0x10000),
                    _ => (char)source.Next(0x20, 0x7F),
                };
            }
        });

    private string Pick(string[] words) => words[random.Next(words.Length)];
}
