using System.Text.Json.Nodes;
using MedtechBot.Channels;
using MedtechBot.Host.DirectLine;
using MedtechBot.Host.Teams;
using MedtechBot.Teams;

namespace MedtechBot.Host.Tests.Replies;

/// <summary>The same reply in each channel's shape, as the golden files beside this one hold it.</summary>
public sealed class ShapeTests
{
    private const string Origin = SampleReplies.Origin;

    public static TheoryData<string> Replies => [.. SampleReplies.All.Keys];

    [Theory]
    [MemberData(nameof(Replies))]
    public void Web_Chat_gets_each_kind_of_reply_in_its_shape(string name) =>
        GoldenFile.Holds("webchat", name, WebChatShape.Of(
            new Activity("conversation", 7, "conversation|0000007", new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero), SampleReplies.All[name].SpokenBy is null ? Speaker.Bot : Speaker.Coordinator, null, SampleReplies.All[name]),
            Origin));

    [Theory]
    [MemberData(nameof(Replies))]
    public void Teams_gets_each_kind_of_reply_in_its_shape(string name) =>
        GoldenFile.Holds("teams", name, Assert.Single(TeamsShape.Of(SampleReplies.All[name], SampleReplies.Place(), Origin, (_, file) => "/f/" + file.Id)));

    [Theory]
    [MemberData(nameof(Replies))]
    public void Nothing_in_Teams_is_a_table_a_reference_a_label_of_AI_or_a_link_that_leads_nowhere(string name)
    {
        foreach (var (kind, origin) in new[] { (TeamsKinds.Personal, Origin), (TeamsKinds.Channel, null), (TeamsKinds.GroupChat, null) })
        {
            var json = Assert.Single(TeamsShape.Of(SampleReplies.All[name], SampleReplies.Place(kind), origin)).ToJsonString(TeamsJson.Options);

            Assert.DoesNotContain("\"Table\"", json, StringComparison.Ordinal);
            Assert.DoesNotContain("]: ", json, StringComparison.Ordinal);
            Assert.DoesNotContain("AIGeneratedContent", json, StringComparison.Ordinal);
            Assert.DoesNotContain("](/", json, StringComparison.Ordinal);
            Assert.Equal(kind == TeamsKinds.Personal && SampleReplies.All[name].Suggestions.Count > 0, json.Contains("suggestedActions", StringComparison.Ordinal));
            Assert.True(origin is not null || !json.Contains("/knowledge/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Citations_keep_to_what_Teams_shows_and_cut_no_character_in_two()
    {
        var message = SampleReplies.All["answer"] with
        {
            Text = string.Join(' ', Enumerable.Range(1, 25).Select(n => $"文[{n}]")),
            Answer = SampleReplies.All["answer"].Answer! with { Citations = [.. Enumerable.Range(1, 25).Select(n => SampleReplies.Cited(n, string.Concat(Enumerable.Repeat("𠮷", 60 + n)), "節", "x" + string.Concat(Enumerable.Repeat("𠮷", 200))))] },
        };

        var claims = (JsonArray)Assert.Single(TeamsShape.Of(message, SampleReplies.Place(), Origin))["entities"]![0]!["citation"]!;

        Assert.Equal(20, claims.Count);
        foreach (var appearance in claims.Select(c => c!["appearance"]!))
        {
            var (name, quote) = ((string)appearance["name"]!, (string)appearance["abstract"]!);
            Assert.InRange(name.Length, 70, 80);
            Assert.InRange(quote.Length, 150, 160);
            Assert.All([name, quote], text => Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text))));
        }
    }

    [Fact]
    public void A_long_reply_is_several_messages_each_with_the_citations_of_its_own_words_and_the_rest_below_the_last()
    {
        var message = SampleReplies.All["answer"] with { Text = new string('あ', 9_000) + "。[1]\n\n" + new string('い', 9_000) + "。[2]", SpokenBy = "佐藤" };

        var parts = TeamsShape.Of(message, SampleReplies.Place(), Origin);

        Assert.Equal([1, 2], parts.Select(p => (int)Assert.Single((JsonArray)p["entities"]![0]!["citation"]!)!["position"]!));
        Assert.Equal([true, false], parts.Select(p => ((string)p["text"]!).Contains("佐藤", StringComparison.Ordinal)));
        Assert.Equal([false, true], parts.Select(p => ((string)p["text"]!).Contains("時点の情報", StringComparison.Ordinal)));
        Assert.Equal([false, true], parts.Select(p => p["channelData"] is not null && p["suggestedActions"] is not null));
    }

    [Fact]
    public void A_card_has_no_more_buttons_than_Teams_shows() =>
        Assert.Equal(6, TeamsCard.Of(SampleReplies.Buttons([.. Enumerable.Range(0, 8).Select(n => $"ボタン{n}")]), Origin)["actions"]!.AsArray().Count);

    [Fact]
    public void A_card_that_would_be_too_large_leaves_the_older_form_of_its_buttons_out_and_reduced_keeps_words()
    {
        var card = (JsonObject)SampleReplies.All["form"].Card!.DeepClone();
        card["actions"]![0]!["data"]!["prefilled"] = new string('字', 20_000);

        var activity = Assert.Single(TeamsShape.Of(SampleReplies.All["form"] with { Card = card }, SampleReplies.Place(), Origin));

        Assert.InRange(TeamsShape.SizeOf(activity), 40_000, TeamsLimits.LargestActivity);
        Assert.DoesNotContain("Action.Submit", activity.ToJsonString(), StringComparison.Ordinal);
        var reduced = TeamsShape.Reduced(activity);
        Assert.Equal($"担当者におつなぎします。\n\n相談フォームをここには表示できません。[相談のページ]({Origin}/ask/consult)からも相談できます。", (string)reduced["text"]!);
        Assert.InRange(TeamsShape.SizeOf(reduced), 1, 2_000);
    }
}
