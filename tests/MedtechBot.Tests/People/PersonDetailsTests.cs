using MedtechBot.People;

namespace MedtechBot.Tests.People;

public sealed class PersonDetailsTests
{
    [Fact]
    public void What_is_typed_is_cleaned()
    {
        Assert.Null(PersonDetails.Read("expert", " Ｓａｔｏ@Example.jp", " 大阪\u0007 ", "治験\r\n\r\n 知財 \n治験", out var details));
        Assert.Equal(new PersonDetails(Role.Expert, "sato@example.jp", "大阪", "治験\n知財"), details);
    }

    [Theory]
    [InlineData("owner", "", "", "", PersonProblem.RoleNeeded)]
    [InlineData("Admin", "", "", "", PersonProblem.RoleNeeded)]
    [InlineData("admin", "sato", "", "", PersonProblem.EmailWrong)]
    [InlineData("admin", "a@b@c.jp", "", "", PersonProblem.EmailWrong)]
    [InlineData("admin", "a@b.jp, c@d.jp", "", "", PersonProblem.EmailWrong)]
    [InlineData("admin", "", "1234567890123456789012345678901234567890123456789012345678901", "", PersonProblem.RegionTooLong)]
    [InlineData("admin", "", "", "1234567890123456789012345678901234567890123456789012345678901", PersonProblem.FieldsTooLong)]
    public void What_cannot_be_kept_is_named(string role, string email, string region, string fields, PersonProblem problem) =>
        Assert.Equal(problem, PersonDetails.Read(role, email, region, fields, out _));

    [Fact]
    public void An_empty_form_says_nothing_about_the_person()
    {
        Assert.Null(PersonDetails.Read("coordinator", null, null, null, out var details));
        Assert.Equal(new PersonDetails(Role.Coordinator, null, null, ""), details);
    }
}
