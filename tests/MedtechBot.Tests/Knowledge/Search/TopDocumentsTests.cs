using MedtechBot.Knowledge.Search;

namespace MedtechBot.Tests.Knowledge.Search;

public class TopDocumentsTests
{
    [Fact]
    public void Picks_what_a_full_sort_would_pick()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            // Few distinct scores make many ties; zero and below are no hits.
            var scores = Enumerable.Range(0, random.Next(80)).Select(_ => (float)random.Next(-2, 9)).ToArray();
            var limit = random.Next(1, 30);
            var sorted = scores.Select((score, document) => (document, score)).Where(d => d.score > 0)
                .OrderByDescending(d => d.score).ThenBy(d => d.document).Take(limit);

            Assert.Equal(sorted, TopDocuments.Select(scores, limit));
        }
    }
}
