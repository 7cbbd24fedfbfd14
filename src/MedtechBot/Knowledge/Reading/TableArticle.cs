namespace MedtechBot.Knowledge.Reading;

internal static class TableArticle
{
    public static DocumentDraft? Read(string folder, KnowledgeFile file, string text, FileProblems problems) => null;
}
