using MedtechBot.Answers;
using MedtechBot.Consultations;

namespace MedtechBot.Tests.Consultations;

public sealed class IntakeFormTests
{
    [Theory]
    [InlineData("a@example.jp")]
    [InlineData("first.last+tag@sub.example.co.jp")]
    [InlineData("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ")]
    [InlineData("  a@example.jp ")]
    [InlineData("太郎@例え.jp")]
    public void What_may_be_an_address_is_taken(string email) => Assert.Empty(Problems(new() { Summary = "相談", Email = email }));

    [Theory]
    [InlineData("a")]
    [InlineData("a@b")]
    [InlineData("@example.jp")]
    [InlineData("a@example..jp")]
    [InlineData("a b@example.jp")]
    [InlineData("a@b@example.jp")]
    [InlineData("a@example.jp, b@example.jp")]
    public void What_cannot_be_an_address_is_pointed_out(string email) =>
        Assert.Equal(IntakeField.Email, Assert.Single(Problems(new() { Summary = "相談", Email = email })).Field);

    [Fact]
    public void What_is_missing_is_asked_for() =>
        Assert.Equal([IntakeField.Summary, IntakeField.Email], Problems(new() { Summary = " \n\u0007" }).Select(p => p.Field));

    [Fact]
    public void An_address_may_be_left_out_by_choice() => Assert.Empty(Problems(new() { Summary = "相談", ReplyInChatOnly = true }));

    [Fact]
    public void A_summary_beyond_the_limit_is_refused_and_not_cut() =>
        Assert.Equal(IntakeField.Summary, Assert.Single(Problems(new() { Summary = new string('あ', IntakeForm.LongestSummary + 1), ReplyInChatOnly = true })).Field);

    [Fact]
    public void Control_characters_and_those_that_turn_the_direction_are_dropped_and_lines_stay()
    {
        var form = new IntakeForm { Summary = "一行目\u0000\u001b[31m\r\n二行目\u202Etxt\ud800", Email = "a@exa\u0000mple.jp\n" }.Cleaned();
        Assert.Equal("一行目[31m\n二行目txt\uFFFD", form.Summary);
        Assert.Equal("a@example.jp", form.Email);
    }

    private static IReadOnlyList<IntakeProblem> Problems(IntakeForm form) => form.Cleaned().Problems(Language.Japanese);
}
