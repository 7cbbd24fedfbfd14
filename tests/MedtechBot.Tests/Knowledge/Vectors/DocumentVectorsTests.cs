using MedtechBot.Knowledge.Vectors;

namespace MedtechBot.Tests.Knowledge.Vectors;

public class DocumentVectorsTests
{
    [Theory]
    [InlineData(new float[0])]
    [InlineData(new[] { 0f, 0f })]
    [InlineData(new[] { float.NaN, 1f })]
    [InlineData(new[] { float.PositiveInfinity, 1f })]
    [InlineData(new[] { 3e38f, 3e38f })]
    public void What_is_no_vector_is_none(float[] vector) => Assert.Null(DocumentVectors.Normal(vector));

    [Fact]
    public void Other_or_too_many_dimensions_are_refused()
    {
        Assert.Null(DocumentVectors.Normal([1, 2], 3));
        Assert.Null(DocumentVectors.Normal(Enumerable.Repeat(1f, VectorOptions.MostDimensions + 1).ToArray()));
    }

    [Fact]
    public void Nearness_is_what_the_plain_formula_says()
    {
        var random = new Random(7);
        float[] Vector() => [.. Enumerable.Range(0, 37).Select(_ => (float)(random.NextDouble() - 0.5))];
        float[]?[] vectors = [.. Enumerable.Range(0, 9000).Select(i => i % 100 == 3 ? null : DocumentVectors.Normal(Vector()))];
        var question = DocumentVectors.Normal(Vector())!;

        var nearness = new DocumentVectors(vectors).Nearness(question);

        var cosines = vectors.Select(v => v?.Zip(question, (a, b) => (double)a * b).Sum()).ToArray();
        var (average, best) = (cosines.Average()!.Value, cosines.Max()!.Value);
        Assert.All(nearness.Zip(cosines), pair => Assert.Equal(Math.Max(0, ((pair.Second ?? average) - average) / (best - average)), pair.First, 1e-4));
    }

    [Fact]
    public void Where_all_are_as_near_none_is_nearer() =>
        Assert.Equal([0f, 0f], new DocumentVectors([[1f, 0f], [1f, 0f]]).Nearness([1f, 0f]));

    [Fact]
    public void A_question_of_other_dimensions_is_near_to_nothing() =>
        Assert.Equal([0f, 0f], new DocumentVectors([[1f, 0f], [0f, 1f]]).Nearness([1f, 0f, 0f]));

    [Fact]
    public void Words_and_meaning_are_added_by_their_weight_and_ties_go_by_number()
    {
        var fused = VectorFusion.Fuse([(2, 4f), (0, 2f)], [0f, 1f, 0.5f, 0f], 0.5, 10);

        Assert.Equal([(2, 0.75), (1, 0.5), (0, 0.25)], fused.Select(f => (f.Document, f.Score)));
    }

    [Fact]
    public void Without_weight_the_words_keep_their_order()
    {
        (int, float)[] words = [(5, 9f), (1, 3f), (3, 3f)];

        Assert.Equal([5, 1, 3], VectorFusion.Fuse(words, [1f, 0f, 1f, 0f, 0f, 0f], 0, 3).Select(f => f.Document));
    }
}
