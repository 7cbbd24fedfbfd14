namespace MedtechBot.Japanese.Tests;

/// <summary>Analyzers that all tests share; they are thread-safe and only map a file.</summary>
internal static class Analyzers
{
    public static JapaneseAnalyzer Default { get; } = JapaneseAnalyzer.OpenDefault();

    public static JapaneseAnalyzer WithTerms { get; } = JapaneseAnalyzer.OpenDefault(
    [
        "# the words of the trade",
        "薬機法\tやっきほう",
        "伴走コンサル\tバンソウコンサル",
        "製造販売業\tセイゾウハンバイギョウ",
        "該当性\tガイトウセイ",
        "一般的名称\tイッパンテキメイショウ",
        "",
    ]);

    public static string Surfaces(this JapaneseAnalyzer analyzer, string text, AnalysisMode mode = AnalysisMode.Normal) =>
        string.Join('|', analyzer.Analyze(text, mode).Select(morpheme => morpheme.Surface));
}
