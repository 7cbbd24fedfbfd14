using MedtechBot.Storage;

namespace MedtechBot.Tests.Storage;

public sealed class PostgresTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("医療機器の𠮷野家😀")]
    public void Whole_text_stays_as_it_is(string text) => Assert.Same(text, PostgresText.Storable(text));

    [Fact]
    public void What_the_database_refuses_is_replaced()
    {
        Assert.Equal("a\uFFFDb", PostgresText.Storable("a\0b"));
        Assert.Equal("\uFFFDx😀\uFFFD", PostgresText.Storable("\uDE00x😀\uD83D"));
    }
}
