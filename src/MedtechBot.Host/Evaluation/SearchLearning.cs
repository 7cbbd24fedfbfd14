using MedtechBot.Knowledge.Search;
using MedtechBot.Knowledge.Search.Learning;

namespace MedtechBot.Host.Evaluation;

/// <summary>What a search has learned when each question is put to it; never from the question itself.</summary>
internal sealed class SearchLearning
{
    private const int Folds = 5;

    private readonly (LearnedQuestions Questions, RankingModel Model)[] _learned;

    private SearchLearning((LearnedQuestions, RankingModel)[] learned) => _learned = learned;

    /// <summary>From all the questions of another split.</summary>
    public static SearchLearning From(TextIndex index, SearchCollection other) => new([Learn(index, Answered(other, _ => true))]);

    /// <summary>For each fifth of the questions from the other four.</summary>
    public static SearchLearning Across(TextIndex index, SearchCollection collection) =>
        new([.. Enumerable.Range(0, Folds).Select(fold => Learn(index, Answered(collection, place => place % Folds != fold)))]);

    /// <param name="place">Of the question in its split.</param>
    public IReadOnlyList<(int Document, float Score)> Search(TextIndex index, string question, int place, int limit)
    {
        var (questions, model) = _learned[place % _learned.Length];
        return index.Search(question, limit, questions, model);
    }

    private static (LearnedQuestions, RankingModel) Learn(TextIndex index, IReadOnlyList<AnsweredQuestion> answered)
    {
        var learned = index.Learn(answered.SelectMany(q => q.Grades.Where(g => g.Value > 0).Select(g => (g.Key, q.Text))));
        return (learned, RankingTraining.Train(index, learned, answered));
    }

    private static List<AnsweredQuestion> Answered(SearchCollection collection, Func<int, bool> isLearned)
    {
        var documents = collection.Documents.Select((d, i) => (d.Id, i)).ToDictionary(d => d.Id, d => d.i, StringComparer.Ordinal);
        return [.. collection.Judged.Where((_, place) => isLearned(place)).Select(q => new AnsweredQuestion(
            q.Text, collection.Grades[q.Id].Where(g => documents.ContainsKey(g.Key)).ToDictionary(g => documents[g.Key], g => g.Value)))];
    }
}
