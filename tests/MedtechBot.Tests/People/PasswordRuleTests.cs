using MedtechBot.People;

namespace MedtechBot.Tests.People;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("十二文字ちょうどの合言葉", null)]
    [InlineData("aaaaaaaaaaaa", null)]
    [InlineData("short", PasswordProblem.TooShort)]
    [InlineData("SATO hanako ", PasswordProblem.IsName)]
    [InlineData("ｓａｔｏｈａｎａｋｏsatohanako", PasswordProblem.IsName)]
    [InlineData("sato@example.jp", PasswordProblem.IsName)]
    [InlineData("sato hanako 7 mittens", null)]
    public void A_password_is_long_and_not_the_persons_name(string password, PasswordProblem? problem) =>
        Assert.Equal(problem, PasswordRule.Check(password, "Sato Hanako", "sato@example.jp", null));

    [Fact]
    public void A_password_ends_somewhere() => Assert.Equal(PasswordProblem.TooLong, PasswordRule.Check(new string('x', 201)));
}
