using MedtechBot.Teams.Coordinators;

namespace MedtechBot.Tests.Teams.Coordinators;

public sealed class DeskCommandTests
{
    [Theory]
    [InlineData("接続", DeskVerb.Connect, "")]
    [InlineData(" 接続 福島県 ", DeskVerb.Connect, "福島県")]
    [InlineData("Connect ABCD-EFGH-JKLM", DeskVerb.Connect, "ABCD-EFGH-JKLM")]
    [InlineData("接続:ABCD", DeskVerb.Connect, "ABCD")]
    [InlineData("切断", DeskVerb.Disconnect, "")]
    [InlineData("disconnect", DeskVerb.Disconnect, "")]
    [InlineData("メモ 先方は\n来週まで不在", DeskVerb.Note, "先方は\n来週まで不在")]
    [InlineData("note: ask again", DeskVerb.Note, "ask again")]
    public void Words_for_the_desk_are_read_with_what_follows_them(string text, DeskVerb verb, string rest) =>
        Assert.Equal(new DeskCommand(verb, rest), DeskCommand.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("接続できる医療機器は承認が要りますか")]
    [InlineData("接続機器の規制は?")]
    [InlineData("connected devices")]
    [InlineData("notes of a meeting")]
    [InlineData("メモリーを使う機器")]
    [InlineData("どこに接続しますか")]
    public void What_only_begins_alike_is_a_question_or_a_reply(string text) => Assert.Null(DeskCommand.Read(text));

    [Theory]
    [InlineData("福島県", "福島県")]
    [InlineData("福島", "福島県")]
    [InlineData("東京", "東京都")]
    [InlineData("Osaka", "大阪府")]
    [InlineData("北海道", "北海道")]
    [InlineData("火星", null)]
    [InlineData("", null)]
    public void A_prefecture_may_be_named_in_short_or_in_English(string rest, string? expected) =>
        Assert.Equal(expected, new DeskCommand(DeskVerb.Connect, rest).Prefecture());
}
