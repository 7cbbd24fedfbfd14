using System.Collections.Concurrent;
using MedtechBot.Answers;
using MedtechBot.Knowledge;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.Answers;

/// <summary>The product's whole knowledge base, asked for everything that it says it answers.</summary>
public class OwnKnowledgeTests
{
    private const int FewLines = 600;

    private static readonly IReadOnlyList<Passage> Passages = [.. ProductKnowledge.Current.Documents.SelectMany(d => d.Passages)];

    // Each heading is asked once for all the tests.
    private static readonly ConcurrentDictionary<string, Task<Answer>> Answers = new();

    [Fact]
    public async Task Every_citation_of_every_answer_stands_in_its_passage()
    {
        var questions = Passages.SelectMany(p => p.Asks.Append(p.Heading).Append(p.HeadingEn ?? p.Heading)).Distinct().ToList();
        var cited = 0;
        await Parallel.ForEachAsync(questions, async (question, _) =>
        {
            var answer = await AnswerAsync(question);

            Assert.True(CitationCheck.Holds(answer, ProductKnowledge.Current), question);
            Assert.True(answer.Outcome != OutcomeKind.Answered || answer.Citations.Count > 0, question);
            Assert.True(answer.Citations.Count == 0 || answer.DateLine.Length > 0, question);
            if (answer.Citations.Count > 0)
            {
                Interlocked.Increment(ref cited);
            }
        });
        Assert.True(cited >= 0.9 * questions.Count, $"{cited} of {questions.Count} questions are answered with a citation");
    }

    [Fact]
    public async Task A_heading_asked_as_a_question_is_answered_from_its_own_passage()
    {
        var missed = new List<string>();
        foreach (var passage in Passages)
        {
            var answer = await AnswerAsync(passage.Heading);
            if (!answer.Citations.Any(c => c.Id == passage.Id))
            {
                missed.Add($"{passage.Id} {passage.Heading} -> {answer.Outcome} {string.Join(' ', answer.Citations.Select(c => c.Id))}");
            }
        }
        Assert.True(missed.Count <= 0.1 * Passages.Count, $"{missed.Count} of {Passages.Count} headings miss:\n{string.Join('\n', missed)}");
    }

    [Fact]
    public async Task An_answer_is_a_few_lines_long()
    {
        var tooLong = new List<string>();
        foreach (var passage in Passages)
        {
            var answer = await AnswerAsync(passage.Heading);
            if (answer.Text.Length > FewLines)
            {
                tooLong.Add($"{passage.Id} {answer.Text.Length} {string.Join(' ', answer.Citations.Select(c => c.Id))}");
            }
        }
        Assert.True(tooLong.Count == 0, string.Join('\n', tooLong));
    }

    private static Task<Answer> AnswerAsync(string question) => Answers.GetOrAdd(question, q => ProductKnowledge.AnswerAsync(q));
}
