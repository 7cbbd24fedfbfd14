using MedtechBot.Answers;
using MedtechBot.Answers.Finders;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.Answers.Finders;

/// <summary>Asks the finders alone, and makes small tables for them.</summary>
internal static class FinderKnowledge
{
    public static Answer? Find(string question, KnowledgeSnapshot? knowledge = null, string? before = null)
    {
        knowledge ??= ProductKnowledge.Current;
        var words = new QuestionWords(question, knowledge.Words);
        return MedtechBot.Answers.Finders.Finders.Find(
            before is null
                ? new Question(question, words, null, LanguageOf.Text(question))
                : new Question(question + "\n" + before, words, new QuestionWords(before, knowledge.Words), LanguageOf.Text(question)),
            knowledge);
    }

    public static KnowledgeSnapshot Table(string passages, string rows)
    {
        using var folder = new KnowledgeFolder();
        var yaml = KnowledgeFolder.FrontMatter.Replace("{id}", "t", StringComparison.Ordinal) + "\n" + passages;
        return SearchSetup.BuildSnapshot(folder.Path, folder.With("t.yaml", yaml).With("t.csv", rows).Read().Documents);
    }

    /// <summary>The texts that the answer cites, whichever passage they stand in.</summary>
    public static string Quotes(Answer answer) => string.Join('\n', answer.Citations.Select(c => c.Quote));
}
