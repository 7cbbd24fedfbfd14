using MedtechBot.People;

namespace MedtechBot.Tests.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("佐藤 Hanako", "佐藤　ｈａｎａｋｏ")]
    [InlineData("SATO", "sato")]
    [InlineData("ｻﾄｳ", "サトウ")]
    [InlineData("佐藤", "佐\u200B藤\u202E")]
    public void Case_width_spaces_and_what_cannot_be_seen_do_not_tell_two_people_apart(string one, string other)
    {
        Assert.True(PersonName.TryRead(one, out var first));
        Assert.True(PersonName.TryRead(other, out var second));
        Assert.Equal(first.Key, second.Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u3000\u200B\u0007")]
    [InlineData("12345678901234567890123456789012345678901")]
    [InlineData("API: crm")]
    [InlineData("ａｐｉ：crm")]
    [InlineData("sato@example.jp")]
    [InlineData("sato＠example.jp")]
    public void What_is_no_name_is_refused(string? typed) => Assert.False(PersonName.TryRead(typed, out _));

    [Fact]
    public void A_name_is_kept_as_it_was_typed_but_for_what_cannot_be_seen()
    {
        Assert.True(PersonName.TryRead("  佐藤　\u0007花子 ", out var name));
        Assert.Equal("佐藤 花子", name.Value);
    }

    [Fact]
    public void Halves_of_characters_are_dropped()
    {
        Assert.True(PersonName.TryRead("佐\uD800藤", out var name));
        Assert.Equal("佐藤", name.Value);
    }
}
