using MedtechBot.Host.Evaluation;

namespace MedtechBot.Host.Tests.Evaluation;

public class NumbersInTests
{
    [Theory]
    [InlineData("13億円", "1.3 billion yen")]
    [InlineData("19.2億円", "1.92 billion yen")]
    [InlineData("3億5,000万円", "350 million yen")]
    [InlineData("2,500万円", "25 million yen")]
    [InlineData("２００万円", "2 million yen")]
    [InlineData("1兆円", "1 trillion yen")]
    [InlineData("5割を補助", "50 percent")]
    [InlineData("4.5%", "4.5 percent")]
    [InlineData("11,423ドル", "11423 US dollars")]
    [InlineData("令和8年", "2026")]
    [InlineData("令和8年", "R8")]
    [InlineData("平成22年度", "FY2010")]
    [InlineData("令和元年", "2019")]
    [InlineData("昭和35年", "Showa 35")]
    [InlineData("2026年5月1日", "2026-05-01")]
    [InlineData("2026年5月1日", "May 1, 2026")]
    [InlineData("2026年5月1日", "1 May 2026")]
    [InlineData("令和8年5月1日", "2026/5/1")]
    [InlineData("2024年6月", "June 2024")]
    public void A_number_has_one_value_in_every_notation(string japanese, string english) =>
        Assert.Equal(Assert.Single(NumbersIn.Text(japanese)).Value, Assert.Single(NumbersIn.Text(english)).Value);

    [Theory]
    [InlineData("13億円", "13万円")]
    [InlineData("2026年5月1日", "2026年5月2日")]
    [InlineData("1.3 billion", "1.3 million")]
    [InlineData("令和8年", "平成8年")]
    public void Different_values_stay_apart(string one, string other) =>
        Assert.NotEqual(Assert.Single(NumbersIn.Text(one)).Value, Assert.Single(NumbersIn.Text(other)).Value);

    [Fact]
    public void A_day_says_its_month_and_its_year_as_well() =>
        Assert.Equal(["2026-5-1", "2026-5", "5/1", "2026", "5", "1"], Assert.Single(NumbersIn.Text("2026年5月1日")).Readings);

    [Theory]
    [InlineData("第23条の2の5", "23 2 5")]
    [InlineData("(EU) 2017/745", "2017 745")]
    [InlineData("21 CFR 820.35", "21 820.35")]
    [InlineData("薬生発0406第3号", "406 3")]
    [InlineData("it may 30 days", "30")]
    [InlineData("①から③まで", "")]
    [InlineData("", "")]
    public void Numbers_that_belong_together_by_no_rule_stand_alone(string text, string values) =>
        Assert.Equal(values, string.Join(' ', NumbersIn.Text(text).Select(n => n.Value)));
}
