namespace MedtechBot.Tests.Knowledge.Search;

public class PassageSearchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Gives_no_more_hits_than_wanted_and_the_best_first(int limit)
    {
        var hits = ProductKnowledge.Current.Search.Search("医療機器の開発", limit);

        Assert.Equal(limit, hits.Count);
        Assert.Equal(hits.Select(h => h.Score).OrderDescending(), hits.Select(h => h.Score));
    }

    [Fact]
    public void A_shorter_list_is_the_beginning_of_a_longer_one() => Assert.Equal(
        ProductKnowledge.Current.Search.Search("補助事業の公募", 30).Take(5),
        ProductKnowledge.Current.Search.Search("補助事業の公募", 5));

    [Fact]
    public void Equal_scores_go_by_passage_id()
    {
        var knowledge = SmallSnapshot.Of(("料金", "無料である。"), ("料金", "無料である。"), ("料金", "無料である。"));

        Assert.Equal(["medic#s0", "medic#s1", "medic#s2"], knowledge.Search.Search("料金", 3).Select(h => h.Passage.Id.Value));
    }
}
