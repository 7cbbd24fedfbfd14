using MedtechBot.Knowledge;
using MedtechBot.LearningFromUse;

namespace MedtechBot.Host.Desk.Learned;

/// <summary>What the desk calls what was learned.</summary>
internal static class LearnedWords
{
    public static string Of(LearnedStatus status) => status switch
    {
        LearnedStatus.Counts => "使用中",
        LearnedStatus.Held => "確認待ち",
        _ => "外した",
    };

    public static string Of(ConfirmedBy by) => by switch
    {
        ConfirmedBy.Thumb => "役に立った",
        ConfirmedBy.Solved => "解決した",
        _ => "担当者の引用",
    };

    public static string NameOf(string passageId, KnowledgeSnapshot knowledge) =>
        knowledge.FindPassage(new PassageId(passageId)) is { } passage ? $"{passage.DocumentTitle} / {passage.Heading}" : $"{passageId}(いまの資料にありません)";
}
