namespace MedtechBot.Host.Tests;

/// <summary>A knowledge base of one made-up document, so that tests do not change with the real one.</summary>
public static class SmallKnowledge
{
    public const string Question = "伴走コンサルの料金はいくらですか";
    public const string Quote = "何をすべきか(What)を見極めるところまでの伴走コンサルは、原則無料で受けられる。";

    public static void Write(string folder, string? validUntil = null)
    {
        Directory.CreateDirectory(Path.Combine(folder, "guidebooks"));
        File.WriteAllText(Path.Combine(folder, "guidebooks", "test-support.md"), $"""
            ---
            id: test-support
            title: 試験用の"支援"ガイド
            kind: guidebook
            topics: [ecosystem]
            stages: []
            jurisdictions: [JP]
            authority: guidebook
            sources:
              - id: test-2022
                title: 試験用の資料
                publisher: 試験用の発行者
                date: 2022-02
                url: unknown
            as_of: 2022-02
            reviewed: 2026-11-21
            ---

            # 試験用の"支援"ガイド

            ## 伴走コンサルの料金 {"{#fee}"}

            <!-- passage
            source: test-2022
            locator: 第1章
            asks:
              - 伴走コンサルはお金がかかるか
            -->

            {Quote}どう解決するか(How)は、有料の専門家の紹介になる。

            ## 相談窓口の受付時間 {"{#hours}"}

            <!-- passage
            source: test-2022
            locator: 第2章
            -->

            相談窓口の受付時間は、平日の10時から17時までである。

            """.ReplaceLineEndings("\n").Replace("reviewed:", validUntil is null ? "reviewed:" : $"valid_until: {validUntil}\nreviewed:", StringComparison.Ordinal));
    }
}
