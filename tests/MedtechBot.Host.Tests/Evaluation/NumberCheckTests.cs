using MedtechBot.Answers;
using MedtechBot.Host.Evaluation;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Host.Tests.Evaluation;

public sealed class NumberCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("knowledge-").FullName;
    private readonly KnowledgeSnapshot _knowledge;

    public NumberCheckTests()
    {
        SmallKnowledge.Write(_folder);
        _knowledge = SearchSetup.OpenIndex(_folder).Current;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("受付は10時から17時まで。 [1]", "")]
    [InlineData("受付は１０時から。 [1]", "")]
    [InlineData("2022年2月の資料では10時から。 [1]", "")]
    [InlineData("受付は9時から17時まで。 [1]", "9")]
    [InlineData("年に3億円。 [1]", "3億")]
    public void A_number_that_no_quote_carries_is_named(string text, string stray) =>
        Assert.Equal(stray, string.Join(' ', NumberCheck.Stray(Quoting(text), _knowledge)));

    [Fact]
    public void What_cites_nothing_claims_nothing() =>
        Assert.Empty(NumberCheck.Stray(Quoting("119番へ") with { Citations = [] }, _knowledge));

    private static Answer Quoting(string text) => new()
    {
        Outcome = OutcomeKind.Answered,
        Language = Language.Japanese,
        Text = text,
        Citations =
        [
            new Citation(1, new PassageId("test-support#hours"), "", "", "相談窓口の受付時間は、平日の10時から17時までである。", "", new PartialDate(2022, 2), Authority.Guidebook),
        ],
    };
}
