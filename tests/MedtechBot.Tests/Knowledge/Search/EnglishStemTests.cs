using MedtechBot.Knowledge.Search;

namespace MedtechBot.Tests.Knowledge.Search;

public class EnglishStemTests
{
    [Theory]
    [InlineData("approve", "approved", "approval", "approvals")]
    [InlineData("register", "registered", "registration", "registrations")]
    [InlineData("license", "licence", "licensing", "licences")]
    [InlineData("classify", "classified", "classification")]
    [InlineData("notify", "notified", "notification")]
    [InlineData("import", "importer", "imported", "importing")]
    [InlineData("label", "labelling", "labeling", "labels")]
    [InlineData("manufacture", "manufacturer", "manufacturing")]
    [InlineData("study", "studies")]
    public void Words_of_one_family_have_one_stem(params string[] family) =>
        Assert.Single(family.Select(word => EnglishStem.Of(word)).Distinct());

    [Theory]
    [InlineData("patent", "patient")]
    [InlineData("medic", "medical")]
    [InlineData("market", "mark")]
    [InlineData("device", "devise")]
    [InlineData("import", "important")]
    public void Words_of_different_families_do_not(string one, string other) =>
        Assert.NotEqual(EnglishStem.Of(one), EnglishStem.Of(other));

    [Theory]
    [InlineData("fda")]
    [InlineData("eudamed2")]
    [InlineData("治験")]
    [InlineData("")]
    public void What_is_no_English_word_stays(string word) => Assert.Equal(word, EnglishStem.Of(word));
}
