using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Host.Tests.DirectLine;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.QuickPage;

/// <summary>The consultation form over HTTP, by the page and by the card.</summary>
public sealed partial class ConsultTests(ConsultTests.Host host) : IClassFixture<ConsultTests.Host>
{
    private readonly HttpClient _client = host.NewClient();

    [Fact]
    public async Task What_was_put_off_is_there_again_until_it_is_cancelled()
    {
        var form = await _client.GetStringAsync("/ask/consult");
        var fields = new Dictionary<string, string>
        {
            ["submission"] = Submission().Match(form).Groups[1].Value,
            ["summary"] = "内視鏡の相談",
            ["email"] = "まだ",
            ["wish"] = "how",
            ["stage"] = "5",
            ["product"] = "細い内視鏡",
            ["confidential"] = "true",
        };
        var kept = await SendAsync(fields, "keep");
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);

        foreach (var address in new[] { kept.Headers.Location!.ToString(), "/ask/consult" })
        {
            var back = await _client.GetStringAsync(address);
            Assert.Contains(">内視鏡の相談</textarea>", back, StringComparison.Ordinal);
            Assert.Contains(">細い内視鏡</textarea>", back, StringComparison.Ordinal);
            Assert.Contains("value=\"まだ\"", back, StringComparison.Ordinal);
            Assert.Matches("name=\"wish\" value=\"how\" checked", back);
            Assert.Matches("<option value=\"5\" selected", back);
            Assert.Matches("name=\"confidential\" value=\"true\" checked", back);
        }
        using var stranger = host.NewClient();
        Assert.DoesNotContain("内視鏡の相談", await stranger.GetStringAsync("/ask/consult"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(kept.Headers.Location)).StatusCode);

        fields["c"] = kept.Headers.Location!.ToString().Split("c=")[1].Split('&')[0];
        Assert.Equal($"/ask/{fields["c"]}", (await SendAsync(fields, "cancel")).Headers.Location?.ToString());
        Assert.DoesNotContain("内視鏡の相談", await _client.GetStringAsync("/ask/consult"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_everything_typed_stays()
    {
        var id = await ConversationAsync();
        var answer = await SendAsync(new() { ["c"] = id, ["submission"] = RandomId.Next(), ["summary"] = "相談です", ["email"] = "nobody", ["deadline"] = new string('長', 301), ["topic"] = "<b>" }, "check");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Matches("id=\"email\"[^>]*value=\"nobody\"[^>]*aria-invalid=\"true\"", page);
        Assert.Contains("id=\"deadline-problem\"", page, StringComparison.Ordinal);
        Assert.Contains(new string('長', 301), page, StringComparison.Ordinal);
        Assert.Contains("相談です</textarea>", await _client.GetStringAsync($"/ask/consult?c={id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confidential_consultation_says_who_sees_it_and_shares_no_conversation_unless_chosen_again()
    {
        var id = await ConversationAsync();
        var fields = new Dictionary<string, string> { ["c"] = id, ["submission"] = RandomId.Next(), ["summary"] = "新しい構造", ["email"] = "a@example.jp", ["share"] = "true", ["confidential"] = "true" };
        var check = await (await SendAsync(fields, "check")).Content.ReadAsStringAsync();
        Assert.Contains("この会話の質問と回答は、担当者に見せません", check, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"transcript\"", check, StringComparison.Ordinal);

        fields["wasConfidential"] = "true";
        Assert.Contains("class=\"transcript\"", await (await SendAsync(fields, "check")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        fields["share"] = "false";
        await SendAsync(fields, "send");
        var ticket = Assert.Single(await host.Services.GetRequiredService<TicketStore>().ListOfConversationsAsync([id]));
        Assert.Equal(("【秘密保持希望】新しい構造", true, false), (ticket.Summary, ticket.Details.IsConfidential, ticket.Details.SharesTranscript));
        Assert.Contains("管理者", await _client.GetStringAsync($"/ask/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_sent_50_times_at_once_is_one_ticket_and_all_are_led_to_it()
    {
        var id = await ConversationAsync();
        var fields = new Dictionary<string, string> { ["c"] = id, ["submission"] = RandomId.Next(), ["summary"] = "治験の相談", ["chatOnly"] = "true" };
        var sent = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => SendAsync(fields, "send")));
        Assert.All(sent, s => Assert.Equal($"/ask/{id}#latest", s.Headers.Location?.ToString()));
        Assert.Single(await host.Services.GetRequiredService<TicketStore>().ListOfConversationsAsync([id]));
        Assert.Single(TicketNumbers().Matches(await _client.GetStringAsync($"/ask/{id}")).Select(m => m.Value).Distinct());
    }

    [Fact]
    public async Task The_card_sent_50_times_at_once_is_one_ticket_and_its_number_is_said_once()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        var message = new JsonObject
        {
            ["type"] = "message",
            ["value"] = new JsonObject { ["verb"] = IntakeCards.Verb, ["submissionId"] = RandomId.Next(), ["summary"] = "治験の相談", ["chatOnly"] = "true" },
        };
        var sent = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => asker.PostAsync(message.ToJsonString())));
        Assert.All(sent, s => Assert.Equal(HttpStatusCode.OK, s.StatusCode));
        var activities = await asker.WaitForAsync(51);
        Assert.Single(activities, a => TicketNumbers().IsMatch(a["text"]?.ToString() ?? ""));
        Assert.Single(await host.Services.GetRequiredService<TicketStore>().ListOfConversationsAsync([asker.ConversationId]));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("keep")]
    [InlineData("fields")]
    [InlineData("edit")]
    [InlineData("cancel")]
    [InlineData("send")]
    [InlineData("<script>")]
    public async Task Made_up_fields_break_nothing(string step)
    {
        var fields = IntakeInputs.All.ToDictionary(i => i.Id, i => "\u0000\"><script>alert(1)</script>" + new string('x', 5_000));
        fields["submission"] = new string('z', 5_000);
        fields["c"] = step == "fields" ? "" : await ConversationAsync();
        fields["pre.stage"] = "9";
        var answer = await SendAsync(fields, step);
        Assert.InRange((int)answer.StatusCode, 200, 422);
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_speaks_english_too()
    {
        var page = await _client.GetStringAsync("/ask/consult?lang=en");
        Assert.Contains("free in principle", page, StringComparison.Ordinal);
        Assert.Contains("Continue later", page, StringComparison.Ordinal);
        await _client.GetStringAsync("/ask/consult?lang=ja");
    }

    private async Task<string> ConversationAsync()
    {
        using var question = new FormUrlEncodedContent([KeyValuePair.Create("q", SmallKnowledge.Question)]);
        return (await _client.PostAsync("/ask", question)).Headers.Location!.ToString().Split('/')[^1].Split('#')[0];
    }

    private async Task<HttpResponseMessage> SendAsync(Dictionary<string, string> fields, string step)
    {
        using var content = new FormUrlEncodedContent([.. fields, KeyValuePair.Create("step", step)]);
        return await _client.PostAsync("/ask/consult", content);
    }

    [GeneratedRegex("name=\"submission\" value=\"([^\"]+)\"")]
    private static partial Regex Submission();

    [GeneratedRegex(@"C-\d{4}-\d{4,}")]
    private static partial Regex TicketNumbers();

    /// <summary>Where one address may press a hundred times.</summary>
    public sealed class Host : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["MedtechBot:Limits:TicketsPerHour"] = "10000" };
    }
}
