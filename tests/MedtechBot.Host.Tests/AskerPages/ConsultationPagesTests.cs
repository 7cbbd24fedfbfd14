using System.Net;
using System.Text.RegularExpressions;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.AskerPages;
using MedtechBot.Host.Desk;
using MedtechBot.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.AskerPages;

public sealed partial class ConsultationPagesTests(ProductHost host) : IClassFixture<ProductHost>
{
    private const string Sato = "佐藤";
    private readonly HttpClient _asker = host.NewClient();

    [Fact]
    public async Task An_asker_sees_where_a_ticket_stands_reads_the_reply_adds_confirms_and_rates()
    {
        var number = await OpenAsync(_asker);
        Assert.Contains(number.Value, await _asker.GetStringAsync("/consultations"), StringComparison.Ordinal);
        Assert.Contains("まで", await _asker.GetStringAsync($"/consultations/{number}"), StringComparison.Ordinal);

        await Get<TakeTicket>().HandleAsync(number, Sato);
        await Get<AskBack>().HandleAsync(number, Sato, RandomId.Next(), "使用目的を<b>教えて</b>ください", null);
        var page = await _asker.GetStringAsync($"/consultations/{number}");
        Assert.Contains("使用目的を&lt;b&gt;教えて", page, StringComparison.Ordinal);
        Assert.Contains("ご返答待ち", page, StringComparison.Ordinal);

        var message = Message().Match(page).Groups[1].Value;
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(_asker, $"/consultations/{number}/write", ("message", message), ("text", "在宅で使います"))).StatusCode);
        }
        Assert.Equal("在宅で使います", Assert.Single((await FindAsync(number)).History.OfType<AskerWrote>()).Text);

        await Get<ReplyToTicket>().HandleAsync(new Reply(number, Sato, RandomId.Next(), "全般相談が窓口です", null));
        await PostAsync(_asker, $"/consultations/{number}/rate", ("stars", "4"), ("text", "助かりました"));
        await PostAsync(_asker, $"/consultations/{number}/solved");
        var ticket = await FindAsync(number);
        Assert.Equal((TicketStatus.Completed, 4), (ticket.Status, Assert.Single(ticket.History.OfType<TicketRated>()).Stars));
        await PostAsync(_asker, $"/consultations/{number}/unsolved");
        Assert.Equal(TicketStatus.InProgress, (await FindAsync(number)).Status);
    }

    [Fact]
    public async Task Nobody_opens_a_ticket_that_is_not_theirs()
    {
        var number = await OpenAsync(_asker);
        using var other = host.NewClient();
        await OpenAsync(other);
        foreach (var path in new[] { $"/consultations/{number}", $"/c/{number}", "/c/x", "/c/" + new string('A', 5_000) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).StatusCode);
            foreach (var verb in new[] { "write", "withdraw", "solved", "unsolved", "rate", "revoke", "email", "confidential" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(other, $"{path}/{verb}", ("message", RandomId.Next()), ("text", "x"), ("stars", "1"))).StatusCode);
            }
        }
        Assert.Equal(2, (await FindAsync(number)).Version);
        Assert.DoesNotContain(number.Value, await other.GetStringAsync("/consultations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_link_opens_one_ticket_from_any_browser_until_it_is_revoked()
    {
        var number = await OpenAsync(_asker);
        var link = Get<AskerLinks>().Create(number).AbsolutePath;
        using var elsewhere = host.NewClient();
        var page = await elsewhere.GetAsync(link);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains(number.Value, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(elsewhere, link + "/write", ("message", RandomId.Next()), ("text", "追記です"))).StatusCode);

        var revoked = await PostAsync(_asker, $"/consultations/{number}/revoke");
        Assert.Contains("すべて使えなくしました", await _asker.GetStringAsync(revoked.Headers.Location), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _asker.GetAsync($"/consultations/{number}")).StatusCode);
    }

    [Fact]
    public async Task An_asker_makes_it_secret_and_changes_where_mail_goes_which_ends_earlier_links()
    {
        var number = await OpenAsync(_asker);
        var link = Get<AskerLinks>().Create(number).AbsolutePath;
        using var elsewhere = host.NewClient();

        var secret = await PostAsync(_asker, $"/consultations/{number}/confidential");
        Assert.Contains("秘密の相談にしました", await _asker.GetStringAsync(secret.Headers.Location), StringComparison.Ordinal);
        Assert.True((await FindAsync(number)).Details.IsConfidential);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(_asker, $"/consultations/{number}/email", ("email", "x@"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(link)).StatusCode);
        await PostAsync(_asker, $"/consultations/{number}/email", ("email", "ｒｉｇｈｔ@example.jp"));
        Assert.Equal("right@example.jp", (await FindAsync(number)).Email);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Who_got_a_link_by_mistake_stops_the_mails_but_has_them_sent_nowhere_else()
    {
        var number = await OpenAsync(_asker);
        await PostAsync(_asker, $"/consultations/{number}/email", ("email", "stranger@example.jp"));
        var link = Get<AskerLinks>().Create(number).AbsolutePath;
        using var stranger = host.NewClient();
        var page = await stranger.GetStringAsync(link);
        Assert.DoesNotContain("stranger@example.jp", page, StringComparison.Ordinal);

        var stopped = await PostAsync(stranger, link + "/email", ("email", "elsewhere@example.jp"));

        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        Assert.Contains("リンクを無効にしました", await stopped.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null((await FindAsync(number)).Email);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(link)).StatusCode);
    }

    [Theory]
    [InlineData(89, HttpStatusCode.OK)]
    [InlineData(91, HttpStatusCode.NotFound)]
    public async Task A_private_link_opens_for_ninety_days(int days, HttpStatusCode expected)
    {
        var number = await OpenAsync(_asker);
        var then = new AskerLinks(Get<IDataProtectionProvider>(), Get<DeskAddress>(), Get<IDbContextFactory<MedtechBotContext>>(), new Earlier(TimeSpan.FromDays(days)));
        using var elsewhere = host.NewClient();
        Assert.Equal(expected, (await elsewhere.GetAsync(then.Create(number).AbsolutePath)).StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK ? HttpStatusCode.SeeOther : expected,
            (await PostAsync(elsewhere, then.Create(number).AbsolutePath + "/write", ("message", RandomId.Next()), ("text", "追記です"))).StatusCode);
    }

    [Fact]
    public async Task An_english_ticket_is_shown_in_english_with_japans_time_said_and_programs_called_the_desk()
    {
        var number = await OpenAsync(_asker, MedtechBot.Answers.Language.English);
        await Get<TakeTicket>().HandleAsync(number, "API: CRM");
        await Get<ReplyToTicket>().HandleAsync(new Reply(number, "API: CRM", RandomId.Next(), "See the desk of your prefecture.", null));
        using var elsewhere = host.NewClient();
        var page = await elsewhere.GetStringAsync(Get<AskerLinks>().Create(number).AbsolutePath);
        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Contains(" JST</strong>", page, StringComparison.Ordinal);
        Assert.Contains("the desk", page, StringComparison.Ordinal);
        Assert.DoesNotContain("CRM", page, StringComparison.Ordinal);
        var japanese = await elsewhere.GetStringAsync($"/c/{Get<AskerLinks>().Create(number).AbsolutePath[3..]}?lang=ja");
        Assert.Contains("<html lang=\"ja\"", japanese, StringComparison.Ordinal);
        Assert.Contains("担当窓口", japanese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_closed_without_a_reply_can_be_called_unsolved()
    {
        var number = await OpenAsync(_asker);
        await Get<TakeTicket>().HandleAsync(number, Sato);
        await Get<CloseTicket>().HandleAsync(number, Sato, TicketOutcome.OutOfScope, null);
        Assert.Contains($"/consultations/{number}/unsolved", await _asker.GetStringAsync($"/consultations/{number}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(_asker, $"/consultations/{number}/rate", ("stars", "2"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(_asker, $"/consultations/{number}/unsolved")).StatusCode);
        Assert.Equal(TicketStatus.InProgress, (await FindAsync(number)).Status);
    }

    [Fact]
    public async Task What_cannot_be_taken_in_says_why_and_is_not_lost()
    {
        var number = await OpenAsync(_asker);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(_asker, $"/consultations/{number}/write", ("message", RandomId.Next()), ("text", " "))).StatusCode);
        var stale = await PostAsync(_asker, $"/consultations/{number}/write", ("message", "x"), ("text", "大事な追記"));
        Assert.Contains("大事な追記", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(_asker, $"/consultations/{number}/solved")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(_asker, $"/consultations/{number}/rate", ("stars", "9"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(_asker, $"/consultations/{number}/explode")).StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(_asker, $"/consultations/{number}/withdraw")).StatusCode);
        Assert.Equal(TicketOutcome.Withdrawn, (await FindAsync(number)).Outcome);
    }

    private T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    private async Task<Ticket> FindAsync(TicketNumber number) => (await Get<TicketStore>().FindAsync(number))!;

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields) =>
        client.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    // As the quick page does it: the asker's conversation comes with the first question.
    private async Task<TicketNumber> OpenAsync(HttpClient client, MedtechBot.Answers.Language language = MedtechBot.Answers.Language.Japanese)
    {
        var asked = await PostAsync(client, "/ask", ("q", SmallKnowledge.Question));
        var conversation = asked.Headers.Location!.ToString().Split('/')[^1].Split('#')[0];
        var form = new IntakeForm { Summary = "承認申請の進め方", ReplyInChatOnly = true };
        return (await Get<OpenTicket>().HandleAsync(new(conversation, RandomId.Next(), form, language))).Number!.Value;
    }

    private sealed class Earlier(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - by;
    }

    [GeneratedRegex("name=\"message\" value=\"([0-9a-f]{32})\"")]
    private static partial Regex Message();
}
