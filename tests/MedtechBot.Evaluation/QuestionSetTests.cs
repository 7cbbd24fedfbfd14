using MedtechBot.Host.Evaluation;
using MedtechBot.Knowledge;

namespace MedtechBot.Evaluation;

/// <summary>The set itself: whole, and broad enough to mean something.</summary>
public class QuestionSetTests
{
    private static readonly string[] Actions = ["answer", "answer_caveat", "clarify", "escalate", "refuse"];

    private static readonly IReadOnlyList<GoldenItem> Items = [.. QuestionSet.Items, .. QuestionSet.HeldOut];

    public static TheoryData<string, int> Styles => new()
    {
        { "formal", 30 }, { "colloquial", 30 }, { "keyword", 20 }, { "abbreviation", 15 }, { "oldterm", 10 },
        { "kana", 45 }, { "typo", 45 }, { "english", 45 }, { "followup", 45 }, { "limits", 45 }, { "double", 20 }, { "exact", 15 },
    };

    [Fact]
    public void Every_question_has_an_id_of_its_own_and_is_asked_once_in_a_conversation()
    {
        Assert.Empty(Items.GroupBy(i => i.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(Items.Where(i => i.Turn == 1).GroupBy(i => i.Question).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Every_question_says_what_it_is_and_what_is_right()
    {
        Assert.Empty(Items.Where(i => string.IsNullOrWhiteSpace(i.Question) || i.Lang is not ("ja" or "en")).Select(i => i.Id));
        Assert.Empty(Items.Where(i => !Actions.Contains(i.Action) || i.ActionAlternatives.Except(Actions).Any()).Select(i => i.Id));
        Assert.Empty(Items.Where(i => !OwnQuestions.Styles.Contains(i.Style)).Select(i => i.Id));
        Assert.Empty(Items.Where(i => i.Must.Any(m => m.Count == 0)).Select(i => i.Id));
    }

    [Fact]
    public void Every_question_that_can_be_answered_names_passages_that_exist()
    {
        var unknown = Items.SelectMany(i => i.Passages.SelectMany(p => p).Select(p => (i.Id, Passage: p)))
            .Where(p => QuestionSet.Knowledge.FindPassage(new PassageId(p.Passage)) is null).Select(p => $"{p.Id}: {p.Passage}");

        Assert.Empty(unknown);
        Assert.Empty(Items.Where(i => i.Action.StartsWith("answer", StringComparison.Ordinal) && i.Passages.Count == 0).Select(i => i.Id));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Every_style_is_asked_often_enough(string style, int least) =>
        Assert.True(Items.Count(i => i.Style == style) >= least, $"{style}: {Items.Count(i => i.Style == style)} of {least}");

    [Theory]
    [InlineData("regulatory")]
    [InlineData("clinical")]
    [InlineData("reimbursement")]
    [InlineData("ip")]
    [InlineData("funding")]
    [InlineData("overseas")]
    [InlineData("ecosystem")]
    public void Every_topic_is_asked_about(string topic) => Assert.True(Items.Count(i => i.Topic == topic) >= 20, topic);

    [Fact]
    public void Conversations_have_two_to_four_turns_in_order()
    {
        var broken = Items.Where(i => i.Group.Length > 0).GroupBy(i => i.Group)
            .Where(g => g.Count() is < 2 or > 4 || !g.Select(i => i.Turn).SequenceEqual(Enumerable.Range(1, g.Count()))).Select(g => g.Key);

        Assert.Empty(broken);
    }

    [Fact]
    public void Kana_questions_hold_no_kanji() =>
        Assert.Empty(Items.Where(i => i.Style == "kana" && i.Question.Any(c => c is >= '\u4e00' and <= '\u9fff')).Select(i => i.Id));

    [Fact]
    public void No_question_repeats_a_heading_or_a_listed_way_of_asking()
    {
        var written = QuestionSet.Knowledge.Documents.SelectMany(d => d.Passages)
            .SelectMany(p => p.Asks.Append(p.Heading).Append(p.HeadingEn ?? p.Heading)).Select(Plain).ToHashSet();

        // Short follow-ups and bare numbers can hardly be said in another way.
        Assert.Empty(Items.Where(i => i.Turn == 1 && i.Style is not ("exact" or "abbreviation") && written.Contains(Plain(i.Question))).Select(i => $"{i.Id} {i.Question}"));
    }

    private static string Plain(string text) => AnswerScore.Normalize(text).TrimEnd('?', '。', '.', 'か');
}
