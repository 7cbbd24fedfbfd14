namespace MedtechBot.Japanese.Tests;

public class DictionaryFileTests
{
    [Fact]
    public void A_missing_dictionary_is_named() =>
        Assert.Contains("no-such.dic", Assert.Throws<FileNotFoundException>(() => JapaneseAnalyzer.Open("no-such.dic")).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(5000)]
    public void A_damaged_dictionary_is_refused(int length)
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var whole = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "ipadic.dic")))
            {
                var head = new byte[length];
                whole.ReadExactly(head);
                File.WriteAllBytes(path, head);
            }

            Assert.Throws<InvalidDataException>(() => JapaneseAnalyzer.Open(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_closed_analyzer_says_so()
    {
        var analyzer = JapaneseAnalyzer.OpenDefault();
        analyzer.Dispose();

        Assert.Throws<ObjectDisposedException>(() => analyzer.Analyze("薬"));
    }
}
