using System.Globalization;
using MedtechBot.Consultations.Routing;

namespace MedtechBot.Tests.Consultations.Routing;

public class DeadlineTextTests
{
    // A Tuesday.
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("2026年12月10日", "2026-12-10")]
    [InlineData("2026-12-10", "2026-12-10")]
    [InlineData("２０２６／１２／１０", "2026-12-10")]
    [InlineData("12月10日まで", "2026-12-10")]
    [InlineData("12/10", "2026-12-10")]
    [InlineData("3月末", "2027-03-31")]
    [InlineData("1月15日", "2027-01-15")]
    [InlineData("明日", "2026-11-25")]
    [InlineData("今週中", "2026-11-27")]
    [InlineData("来週", "2026-12-04")]
    [InlineData("今月末", "2026-11-30")]
    [InlineData("来月", "2026-12-31")]
    [InlineData("December 10", "2026-12-10")]
    [InlineData("10 Dec 2026", "2026-12-10")]
    [InlineData("next week", "2026-12-04")]
    public void A_deadline_is_read_as_people_write_it(string text, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), DeadlineText.Read(text, Today, anywhere: true));

    [Theory]
    [InlineData("申請の締切は12月10日です", "2026-12-10")]
    [InlineData("12月10日までに返事が欲しい", "2026-12-10")]
    [InlineData("The call is due by December 10.", "2026-12-10")]
    [InlineData("提出期限が来週です", "2026-12-04")]
    public void In_a_text_it_is_told_by_the_words_around_it(string text, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), DeadlineText.Read(text, Today, anywhere: false));

    [Theory]
    [InlineData("2025年12月10日に発売しました")]
    [InlineData("来週の展示会に出ます")]
    [InlineData("IEC 60601-1-2 の試験")]
    [InlineData("1/2の大きさの部品")]
    [InlineData("99月99日まで")]
    [InlineData("期限は決まっていません")]
    [InlineData("")]
    public void Other_days_and_numbers_are_no_deadline(string text) => Assert.Null(DeadlineText.Read(text, Today, anywhere: false));
}
