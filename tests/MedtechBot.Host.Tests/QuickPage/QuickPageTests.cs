using System.Net;
using System.Text.RegularExpressions;
using MedtechBot.Consultations;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.QuickPage;

public partial class QuickPageTests(ProductHost host) : IClassFixture<ProductHost>
{
    private readonly HttpClient _client = host.NewClient();

    [Fact]
    public async Task A_question_is_answered_with_quote_source_and_a_link_that_opens()
    {
        var page = await _client.GetStringAsync(await AskAsync(SmallKnowledge.Question));

        Assert.Contains(SmallKnowledge.Quote, page, StringComparison.Ordinal);
        Assert.Contains("試験用の発行者", page, StringComparison.Ordinal);
        var link = WebUtility.HtmlDecode(CitationLink().Match(page).Groups[1].Value);
        Assert.Contains("<mark>", await _client.GetStringAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reloading_an_answer_asks_nothing_again_and_a_follow_up_stays_in_the_conversation()
    {
        var address = await AskAsync(SmallKnowledge.Question);
        await _client.GetStringAsync(address);
        Assert.Single(Asked().Matches(await _client.GetStringAsync(address)));

        var followUp = await AskAsync("受付時間は?", address.Split('/')[^1].Split('#')[0]);
        Assert.Equal(address, followUp);
        Assert.Equal(2, Asked().Count(await _client.GetStringAsync(address)));
    }

    [Fact]
    public async Task Opening_an_address_with_a_question_asks_nothing()
    {
        var page = await _client.GetStringAsync("/ask?q=" + Uri.EscapeDataString(SmallKnowledge.Question));

        Assert.Contains($">{SmallKnowledge.Question}</textarea>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(SmallKnowledge.Quote, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_asker_finds_nothing_of_a_conversation()
    {
        var address = await AskAsync(SmallKnowledge.Question);
        var id = address.Split('/')[^1].Split('#')[0];
        using var other = host.NewClient();
        await other.PostAsync("/ask", Form(("q", "別の質問")));

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/ask/consult?c=" + id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync("/ask", Form(("q", "x"), ("c", id)))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync("/ask/consult", Form(("c", id), ("step", "send"), ("summary", "x"), ("email", "a@example.jp")))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/ask/{id}/thumb", Form(("turn", "x"), ("thumb", "up")))).StatusCode);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[x](javascript:alert(1)) <img src=x onerror=alert(1)>")]
    [InlineData("\u202E\u0001\"><svg onload=alert(1)>")]
    public async Task A_question_is_shown_and_never_run(string question) =>
        Assert.DoesNotMatch("(?i)<(script|img|svg)|href=\"javascript", await _client.GetStringAsync(await AskAsync(question)));

    [Fact]
    public async Task A_text_far_too_long_gets_a_polite_reply()
    {
        Assert.Contains("長すぎます", await _client.GetStringAsync(await AskAsync(new string('長', 50_000))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _client.PostAsync("/ask", Form(("q", new string('x', 3_000_000))))).StatusCode);
    }

    [Theory]
    [InlineData("application/json", "{}", null, HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data", "x", null, HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "q=x", "cross-site", HttpStatusCode.Forbidden)]
    public async Task What_is_not_our_form_is_refused(string type, string body, string? site, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ask") { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new(type);
        request.Headers.Add("Sec-Fetch-Site", site ?? "same-origin");

        Assert.Equal(expected, (await _client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_consultation_is_checked_sent_and_pressing_twice_makes_one_ticket()
    {
        var id = (await AskAsync(SmallKnowledge.Question)).Split('/')[^1].Split('#')[0];
        var form = await _client.GetStringAsync("/ask/consult?c=" + id);
        Assert.Contains($">{SmallKnowledge.Question}</textarea>", form, StringComparison.Ordinal);
        var fields = new[] { ("c", id), ("submission", Submission().Match(form).Groups[1].Value), ("summary", "新しい内視鏡の相談"), ("email", "asker@example.jp") };

        var check = await (await _client.PostAsync("/ask/consult", Form([.. fields, ("step", "check")]))).Content.ReadAsStringAsync();
        Assert.Contains("新しい内視鏡の相談", check, StringComparison.Ordinal);
        Assert.Contains("asker@example.jp", check, StringComparison.Ordinal);
        Assert.Equal(0, await CountTicketsAsync(id));

        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _client.PostAsync("/ask/consult", Form([.. fields, ("step", "send")]))));
        Assert.All(sent, s => Assert.Equal(HttpStatusCode.SeeOther, s.StatusCode));
        Assert.Equal(1, await CountTicketsAsync(id));
        Assert.Matches(TicketNumber(), await _client.GetStringAsync($"/ask/{id}"));
    }

    [Fact]
    public async Task A_coordinators_reply_stands_on_the_askers_page_and_on_nobody_elses()
    {
        var id = (await AskAsync(SmallKnowledge.Question)).Split('/')[^1].Split('#')[0];
        var submission = Submission().Match(await _client.GetStringAsync("/ask/consult?c=" + id)).Groups[1].Value;
        await _client.PostAsync("/ask/consult", Form(("c", id), ("submission", submission), ("summary", "新しい内視鏡の相談"), ("email", "asker@example.jp"), ("step", "send")));
        var before = await _client.GetStringAsync($"/ask/{id}");
        var ticket = "/desk/tickets/" + TicketNumber().Match(before).Value;

        using var sato = await DeskClient.SignedInAsync(host, "佐藤");
        await sato.SendFormAsync(ticket, ticket + "/take");
        Assert.Equal(HttpStatusCode.SeeOther, (await sato.SendFormAsync(ticket, ticket + "/reply", ("text", "薬務課に<b>ご相談</b>ください。"))).Status);

        var after = await _client.GetStringAsync($"/ask/{id}");
        Assert.DoesNotContain("担当者 佐藤", before, StringComparison.Ordinal);
        Assert.Contains("担当者 佐藤", after, StringComparison.Ordinal);
        Assert.Contains("薬務課に&lt;b&gt;ご相談&lt;/b&gt;ください。", after, StringComparison.Ordinal);
        using var other = host.NewClient();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/ask/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_consultation_without_summary_or_address_says_what_is_missing()
    {
        var response = await _client.PostAsync("/ask/consult", Form(("submission", "0123456789abcdef"), ("step", "send")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("role=\"alert\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thumb_is_thanked_for()
    {
        var address = await AskAsync(SmallKnowledge.Question);
        var turn = Turn().Match(await _client.GetStringAsync(address)).Groups[1].Value;
        var rated = await _client.PostAsync(address.Split('#')[0] + "/thumb", Form(("turn", turn), ("thumb", "up")));

        Assert.Equal(HttpStatusCode.SeeOther, rated.StatusCode);
        Assert.Contains("評価をありがとうございます", await _client.GetStringAsync(rated.Headers.Location), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_style_icons_and_manifest_are_less_than_60_kilobytes_together()
    {
        var pages = new[] { "/ask", await AskAsync(SmallKnowledge.Question), "/ask/manifest.webmanifest" };
        var total = 0L;
        var seen = new HashSet<string>(pages);
        var waiting = new Queue<string>(pages);
        while (waiting.TryDequeue(out var address))
        {
            var response = await _client.GetAsync(address);
            response.EnsureSuccessStatusCode();
            var content = await response.Content.ReadAsByteArrayAsync();
            total += content.Length;
            foreach (Match asset in Asset().Matches(System.Text.Encoding.UTF8.GetString(content)))
            {
                if (seen.Add(asset.Value))
                {
                    waiting.Enqueue(asset.Value);
                }
            }
        }
        Assert.Contains(seen, a => a.EndsWith("icon-512.png", StringComparison.Ordinal));
        Assert.InRange(total, 1_000, 60_000);
    }

    private async Task<string> AskAsync(string question, string? conversation = null)
    {
        var response = await _client.PostAsync("/ask", Form(("q", question), ("c", conversation ?? "")));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    private async Task<int> CountTicketsAsync(string conversation)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        return await context.Set<TicketRow>().CountAsync(t => t.ConversationId == conversation);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    [GeneratedRegex("href=\"(/knowledge/[^\"]+)\"")]
    private static partial Regex CitationLink();

    [GeneratedRegex("class=\"said\"")]
    private static partial Regex Asked();

    [GeneratedRegex("name=\"submission\" value=\"([^\"]+)\"")]
    private static partial Regex Submission();

    [GeneratedRegex(@"C-\d{4}-\d{4,}")]
    private static partial Regex TicketNumber();

    [GeneratedRegex("name=\"turn\" value=\"([^\"]+)\"")]
    private static partial Regex Turn();

    [GeneratedRegex("/assets/[0-9a-f]+/[a-z0-9.-]+")]
    private static partial Regex Asset();
}
