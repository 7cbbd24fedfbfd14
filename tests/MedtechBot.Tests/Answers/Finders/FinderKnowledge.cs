using MedtechBot.Answers;
using MedtechBot.Answers.Finders;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.Answers.Finders;

/// <summary>Asks the finders alone, and makes small tables for them.</summary>
internal static class FinderKnowledge
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    public static Answer? Find(string question, KnowledgeSnapshot? knowledge = null, string? before = null)
    {
        knowledge ??= ProductKnowledge.Current;
        var context = before is null ? null : new QuestionWords(before, knowledge.Words);
        var asked = new Question(before is null ? question : question + "\n" + before, new QuestionWords(question, knowledge.Words), context, LanguageOf.Text(question)) { Today = Today };
        return MedtechBot.Answers.Finders.Finders.Find(asked, knowledge);
    }

    public static KnowledgeSnapshot Table(string passages, string rows)
    {
        using var folder = new KnowledgeFolder();
        var yaml = KnowledgeFolder.FrontMatter.Replace("{id}", "t", StringComparison.Ordinal) + "\n" + passages;
        return SearchSetup.BuildSnapshot(folder.Path, folder.With("t.yaml", yaml).With("t.csv", rows).Read().Documents);
    }
}
