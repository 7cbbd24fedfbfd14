using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Host.Teams.Extension;
using MedtechBot.Host.Tests.Replies;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Teams.Extension;

/// <summary>Searching the knowledge from the compose box.</summary>
public sealed class ExtensionTests(ProductHost host) : IClassFixture<ProductHost>
{
    private static readonly ExtensionVisitor Japanese = new(null, Language.Japanese, "https://chat.example.jp");

    private ExtensionAnswers Answers => host.Services.GetRequiredService<ExtensionAnswers>();

    [Theory]
    [InlineData("extension-results", Language.Japanese)]
    [InlineData("extension-results-in-english", Language.English)]
    public async Task Passages_come_as_cards_with_a_line_of_the_list_each(string golden, Language language) =>
        GoldenFile.Holds("teams", golden, (await Answers.SearchAsync(Words("料金"), Japanese with { Language = language }, default))!);

    [Fact]
    public async Task What_is_chosen_is_a_quotation_with_source_date_and_the_way_to_its_page()
    {
        var found = (await Answers.SearchAsync(Words(SmallKnowledge.Question), Japanese, default))!;
        var first = found["composeExtension"]!["attachments"]![0]!;

        var chosen = (await Answers.ChooseAsync(first["preview"]!["content"]!["tap"]!["value"]!.DeepClone(), Japanese, default))!;

        GoldenFile.Holds("teams", "extension-choice", chosen);
        Assert.True(JsonNode.DeepEquals(first["content"], chosen["composeExtension"]!["attachments"]![0]!["content"]));
    }

    [Theory]
    [InlineData("""{"parameters":[{"value":"料金"}],"queryOptions":{"skip":0,"count":25},"commandContext":"compose"}""")]
    [InlineData("""{"commandId":"knowledge","parameters":[{"name":"q","value":"料金"}]}""")]
    [InlineData("""{"commandId":"other","parameters":[{"name":"initialRun","value":"true"},{"name":"q","value":"料金"}]}""")]
    public async Task Whatever_client_asks_finds_the_same(string value)
    {
        var found = (await Answers.SearchAsync(JsonNode.Parse(value), Japanese, default))!;

        Assert.Equal("test-support#fee", Passages(found)[0]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"parameters":[]}""")]
    [InlineData("""{"parameters":[{"name":"initialRun","value":"true"}]}""")]
    [InlineData("""{"parameters":[{"name":"q","value":"  "}]}""")]
    public async Task Before_anything_is_typed_there_is_something_to_begin_with(string value) =>
        Assert.NotEmpty(Passages((await Answers.SearchAsync(JsonNode.Parse(value), Japanese, default))!));

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended_and_hold_no_more_than_was_asked_for()
    {
        var all = Passages((await Answers.SearchAsync(Words("相談 料金 窓口"), Japanese, default))!);
        var first = (await Answers.SearchAsync(Page(0, 1), Japanese, default))!;
        var second = (await Answers.SearchAsync(Page(1, 1), Japanese, default))!;

        Assert.Equal(2, all.Count);
        Assert.Equal(all, [.. Passages(first), .. Passages(second)]);
        Assert.Equal("message", (await Answers.SearchAsync(Page(25, 25), Japanese, default))!["composeExtension"]!["type"]!.GetValue<string>());

        static JsonObject Page(int skip, int count)
        {
            var page = Words("相談 料金 窓口");
            page["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count };
            return page;
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"料金\"")]
    [InlineData("""{"parameters":{}}""")]
    [InlineData("""{"parameters":["q"]}""")]
    [InlineData("""{"parameters":[{"name":"q","value":{"x":1}}]}""")]
    [InlineData("""{"parameters":[{"name":"q","value":"\ud800"}]}""")]
    [InlineData("""{"parameters":[],"parameters":[]}""")]
    [InlineData("""{"queryOptions":7}""")]
    public async Task What_is_no_search_is_none(string value) =>
        Assert.Null(await Answers.SearchAsync(JsonNode.Parse(value), Japanese, default));

    [Theory]
    [InlineData("""{"parameters":[{"name":"q","value":"料金"}],"queryOptions":{"skip":-1e300,"count":1e300}}""")]
    [InlineData("""{"parameters":[{"name":"q","value":"料金"}],"queryOptions":{"skip":"x","count":null}}""")]
    public async Task Numbers_that_cannot_be_meant_are_left_aside(string value) =>
        Assert.NotEmpty(Passages((await Answers.SearchAsync(JsonNode.Parse(value), Japanese, default))!));

    [Fact]
    public async Task Words_of_any_length_and_kind_do_no_harm()
    {
        foreach (var words in new[] { new string('料', 100_000), "' OR 1=1 --", "<script>alert(1)</script>", "\0\u202e%_\\", "😀😀" })
        {
            Assert.NotNull(await Answers.SearchAsync(Words(words), Japanese, default));
        }
    }

    [Theory]
    [InlineData("""{"passage":"no-such#passage"}""", "message")]
    [InlineData("""{"passage":7,"ticket":[]}""", "message")]
    [InlineData("""{"ticket":"C-2026-0001"}""", "message")]
    [InlineData("[]", null)]
    [InlineData("""{"passage":"a","passage":"b"}""", null)]
    public async Task A_choice_that_leads_nowhere_is_answered_in_words_or_is_none(string value, string? type) =>
        Assert.Equal(type, (await Answers.ChooseAsync(JsonNode.Parse(value), Japanese, default))?["composeExtension"]!["type"]!.GetValue<string>());

    private static JsonObject Words(string words) => new() { ["commandId"] = "knowledge", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "q", ["value"] = words }) };

    private static List<string> Passages(JsonObject found) =>
        [.. found["composeExtension"]!["attachments"]!.AsArray().Select(a => a!["preview"]!["content"]!["tap"]!["value"]!["passage"]!.GetValue<string>())];
}
