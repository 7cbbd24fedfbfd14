using MedtechBot.Teams;

namespace MedtechBot.Tests.Teams;

public sealed class TeamsTextTests
{
    [Theory]
    [InlineData("<at>Bot</at> 質問", "質問")]
    [InlineData("質問 <at>Bot</at>", "質問")]
    [InlineData("これは<at>Bot</at>への質問", "これは への質問")]
    [InlineData("<at>Bot</at> <at>田中</at>さんの件", "田中さんの件")]
    [InlineData("<at>Bot</at>\u00a0A &amp; B &lt;C&gt;", "A & B <C>")]
    [InlineData("<at>Bot</at>&nbsp;質問\r\n二行目\n", "質問\n二行目")]
    [InlineData("a\u0007b", "ab")]
    [InlineData("<at>Bot</at>", "")]
    public void What_a_person_wrote_is_read_without_what_Teams_adds(string text, string expected) =>
        Assert.Equal(expected, TeamsText.Of(Activity(text, new TeamsMention("bot", "<at>Bot</at>"), new TeamsMention("tanaka", "<at>田中</at>"))));

    [Fact]
    public void What_only_looks_like_a_tag_stays() => Assert.Equal("x < 5 & <b>y</b>", TeamsText.Of(Activity("x &lt; 5 & <b>y</b>")));

    private static TeamsActivity Activity(string text, params TeamsMention[] mentions) => new()
    {
        Type = "message",
        ChannelId = "msteams",
        ServiceUrl = "https://smba.example/",
        From = new TeamsAccount("user"),
        Recipient = new TeamsAccount("bot"),
        ConversationId = "chat",
        Kind = TeamsKinds.GroupChat,
        Text = text,
        Mentions = mentions,
    };
}
