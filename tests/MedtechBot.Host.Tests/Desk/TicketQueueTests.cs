using System.Net;
using System.Text;
using MedtechBot.Consultations;
using MedtechBot.Deliveries;
using MedtechBot.Host.Desk.Queue;
using MedtechBot.Host.Pages;
using MedtechBot.Host.Tests.People;
using MedtechBot.People;
using MedtechBot.Retention;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Desk;

public sealed class TicketQueueTests(OpenDesk host) : IClassFixture<OpenDesk>
{
    [Fact]
    public async Task Views_and_words_narrow_the_list_down()
    {
        var (taken, _) = await DeskClient.OpenTicketAsync(host, "内視鏡の承認申請");
        var (free, _) = await DeskClient.OpenTicketAsync(host, "聴診器の保険償還");
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        await sato.SendFormAsync("/desk", $"/desk/tickets/{taken}/take");
        await ShowsAsync(sato, "/desk?view=mine", taken, free);
        await ShowsAsync(sato, "/desk?view=unassigned", free, taken);
        await ShowsAsync(sato, "/desk?view=all&q=聴診器", free, taken);
        await ShowsAsync(sato, "/desk?q=" + taken, taken, free);
        Assert.DoesNotContain(free, (await sato.GetAsync("/desk?view=all&region=どこにもない")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(free, (await sato.GetAsync("/desk?view=all&topic=no-such-topic")).Html, StringComparison.Ordinal);
        await sato.SendFormAsync($"/desk/tickets/{taken}", $"/desk/tickets/{taken}/ask", ("text", "市場はどこですか"));
        await ShowsAsync(sato, "/desk?view=waiting", taken, free);
        foreach (var nonsense in new[] { "/desk?view=nonsense", "/desk?view=%00&q=%25_%5C'\"", "/desk?after=x", "/desk?q=" + new string('長', 300) })
        {
            Assert.Equal(HttpStatusCode.OK, (await sato.GetAsync(nonsense)).Status);
        }
    }

    [Fact]
    public async Task The_list_says_what_is_urgent_what_stands_still_and_who_is_waited_for()
    {
        var (stale, _) = await DeskClient.OpenTicketAsync(host);
        await using (var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync())
        {
            await context.Set<TicketRow>().Where(t => t.Number == stale).ExecuteUpdateAsync(set => set.SetProperty(t => t.Urgency, "Urgent").SetProperty(t => t.StaleAt, DateTimeOffset.UnixEpoch));
        }
        var (waiting, _) = await DeskClient.OpenTicketAsync(host);
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        await sato.SendFormAsync("/desk", $"/desk/tickets/{waiting}/take");
        await sato.SendFormAsync($"/desk/tickets/{waiting}", $"/desk/tickets/{waiting}/ask", ("text", "市場はどこですか"));

        await ShowsAsync(sato, "/desk?view=stale", stale, waiting);
        var marked = (await sato.GetAsync("/desk?q=" + stale)).Html;
        Assert.Contains("<b class=\"urgent\">至急</b>", marked, StringComparison.Ordinal);
        Assert.Contains("<b class=\"stale\">停滞</b>", marked, StringComparison.Ordinal);
        Assert.Contains("返事待ち 20", (await sato.GetAsync("/desk?q=" + waiting)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_did_not_arrive_shows_in_the_list_and_on_the_ticket_until_it_is_sent_again()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        var outbox = host.Services.GetRequiredService<Outbox>();
        // No host of ours sends by this way, so it stays as it is.
        outbox.Add(context, new OutboxMessage(OutboxKinds.Mail, $"ticket-event:{number}:9", "asker@example.jp", "{}") { Ticket = number });
        await context.SaveChangesAsync();
        await context.Set<OutboxRow>().Where(r => r.Ticket == number && r.Kind == OutboxKinds.Mail).ExecuteUpdateAsync(set => set.SetProperty(r => r.GivenUpAt, DateTimeOffset.UnixEpoch).SetProperty(r => r.LastFailure, "550"));
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);

        Assert.Contains("<b class=\"urgent\">未達</b>", (await sato.GetAsync("/desk?q=" + number)).Html, StringComparison.Ordinal);
        var page = await sato.GetAsync("/desk/tickets/" + number);
        Assert.Contains("相談者へのメール", page.Html, StringComparison.Ordinal);
        Assert.Contains("送れませんでした(550)", page.Html, StringComparison.Ordinal);

        await sato.SendFormAsync(page, $"/desk/tickets/{number}/resend");
        Assert.DoesNotContain("未達", (await sato.GetAsync("/desk/tickets/" + number)).Html, StringComparison.Ordinal);
        Assert.Null((await context.Set<OutboxRow>().AsNoTracking().SingleAsync(r => r.Ticket == number && r.Kind == OutboxKinds.Mail)).GivenUpAt);
    }

    [Fact]
    public async Task The_file_has_a_row_a_ticket_no_formula_and_nothing_the_reader_may_not_see()
    {
        var (formula, _) = await DeskClient.OpenTicketAsync(host, "=HYPERLINK(\"http://evil.example\",\"x\")");
        var (secret, _) = await DeskClient.OpenTicketAsync(host, "未公開の発明", new IntakeDetails { IsConfidential = true });
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        using var expert = await DeskClient.SignedInAsync(host, "何も共有されていない専門家", Role.Expert);
        var csv = (await sato.GetAsync("/desk/tickets.csv?view=all")).Html;
        Assert.StartsWith("番号,", csv, StringComparison.Ordinal);
        Assert.Contains($"{formula},受付,\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\"", csv, StringComparison.Ordinal);
        Assert.Contains(secret, csv, StringComparison.Ordinal);
        Assert.DoesNotContain("未公開の発明", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("C-", (await expert.GetAsync("/desk/tickets.csv?view=all")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_says_that_it_is_UTF8() =>
        Assert.Equal(Encoding.UTF8.GetPreamble(), TicketCsv.Write([], new Dictionary<string, string>()).Take(3).ToArray());

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+81", "'+81")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("a=b", "a=b")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData(null, "")]
    public void A_cell_never_begins_a_formula(string? value, string cell) => Assert.Equal(cell, CsvCell.Of(value));

    [Fact]
    public async Task Passages_are_found_beside_the_editor_and_a_search_is_no_page()
    {
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        var found = await sato.GetAsync("/desk/search?cite=1&q=" + SmallKnowledge.Question);
        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.Contains(SmallKnowledge.Quote, found.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", found.Html, StringComparison.Ordinal);
        Assert.Contains("<summary>なぜこの順?</summary>", found.Html, StringComparison.Ordinal);
        Assert.Contains("本文の語", found.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await sato.GetAsync("/desk/search?q=" + new string('x', 3000))).Status);
        Assert.Equal(HttpStatusCode.OK, (await sato.GetAsync("/desk/search")).Status);
        using var stranger = new DeskClient(host);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/desk/search?q=x")).Status);
    }

    [Fact]
    public async Task Similar_closed_tickets_stand_beside_an_open_one_unless_they_are_secret()
    {
        var (known, _) = await DeskClient.OpenTicketAsync(host, "カテーテルの滅菌方法");
        var (secret, _) = await DeskClient.OpenTicketAsync(host, "カテーテルの秘密", new IntakeDetails { IsConfidential = true });
        var (asked, _) = await DeskClient.OpenTicketAsync(host, "カテーテルの承認について");
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        using var suzuki = await DeskClient.SignedInAsync(host, "鈴木", Role.Coordinator);
        foreach (var number in new[] { known, secret })
        {
            await sato.SendFormAsync("/desk", $"/desk/tickets/{number}/take");
            await sato.SendFormAsync($"/desk/tickets/{number}", $"/desk/tickets/{number}/close", ("outcome", "duplicate"));
        }
        var page = (await suzuki.GetAsync("/desk/tickets/" + asked)).Html;
        Assert.Contains(known, page, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_answered_in_a_similar_ticket_is_put_into_the_reply_without_the_other_askers_name_and_by_nobody_else()
    {
        var details = new IntakeDetails { Name = "鳥取 次郎" };
        var (known, _) = await DeskClient.OpenTicketAsync(host, "人工関節の表面処理", details);
        var (asked, _) = await DeskClient.OpenTicketAsync(host, "人工関節の表面処理について");
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        await sato.SendFormAsync("/desk", $"/desk/tickets/{known}/take");
        await sato.SendFormAsync($"/desk/tickets/{known}", $"/desk/tickets/{known}/reply", ("text", "鳥取様、一部変更申請をご検討ください。"));
        await sato.SendFormAsync($"/desk/tickets/{known}", $"/desk/tickets/{known}/close", ("outcome", "answered"));

        var link = $"/desk/tickets/{asked}?like={known}";
        Assert.DoesNotContain(link, (await sato.GetAsync("/desk/tickets/" + asked)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea id=\"text\"", (await sato.GetAsync(link)).Html, StringComparison.Ordinal);
        await sato.SendFormAsync("/desk", $"/desk/tickets/{asked}/take");
        Assert.Contains($"href=\"{link}#reply-form\"", (await sato.GetAsync("/desk/tickets/" + asked)).Html, StringComparison.Ordinal);

        var page = (await sato.GetAsync(link)).Html;
        Assert.Contains("[氏名]様、一部変更申請をご検討ください。</textarea>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("鳥取", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await sato.GetAsync($"/desk/tickets/{asked}?like=nonsense")).Status);
    }

    [Fact]
    public async Task Topics_and_urgency_are_said_in_words_also_of_tickets_that_older_versions_kept()
    {
        var (old, _) = await DeskClient.OpenTicketAsync(host);
        var context = host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>();
        await using (var then = await context.CreateDbContextAsync())
        {
            await then.Set<TicketRow>().Where(t => t.Number == old).ExecuteUpdateAsync(set => set.SetProperty(t => t.Topic, "その他"));
        }
        await host.Services.GetRequiredService<KeepTopicsAsCodes>().RunAsync();
        var (now, _) = await DeskClient.OpenTicketAsync(host);
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);

        var list = (await sato.GetAsync("/desk?view=all&topic=other")).Html;
        Assert.All([old, now], n => Assert.Contains($"id=\"ticket-{n}\"", list, StringComparison.Ordinal));
        Assert.Contains("<span class=\"tag\">その他</span>", list, StringComparison.Ordinal);
        Assert.Contains(",その他,", (await sato.GetAsync("/desk/tickets.csv?view=all")).Html, StringComparison.Ordinal);
        Assert.Contains(",通常,", (await sato.GetAsync("/desk/tickets.csv?view=all")).Html, StringComparison.Ordinal);
        Assert.Contains("振り分け: その他 →", (await sato.GetAsync("/desk/tickets/" + now)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_pages_hear_of_changes_at_once_and_experts_only_of_what_is_theirs()
    {
        var (hidden, _) = await DeskClient.OpenTicketAsync(host);
        var (shared, _) = await DeskClient.OpenTicketAsync(host);
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        using var expert = await DeskClient.SignedInAsync(host, "専門家", Role.Expert);
        using var desk = await sato.FollowAsync();
        using var asExpert = await expert.FollowAsync();
        await sato.SendFormAsync("/desk", $"/desk/tickets/{hidden}/take");
        await sato.SendFormAsync("/desk", $"/desk/tickets/{shared}/take");
        await sato.SendFormAsync("/desk", $"/desk/tickets/{shared}/share", ("expert", "専門家"));
        await UntilAsync(desk, hidden);
        Assert.DoesNotContain(hidden, await UntilAsync(asExpert, shared), StringComparison.Ordinal);
    }

    private static async Task<string> UntilAsync(StreamReader stream, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var read = new StringBuilder();
        while (await stream.ReadLineAsync(patience.Token) is { } line)
        {
            read.AppendLine(line);
            if (line.StartsWith("data: " + text, StringComparison.Ordinal))
            {
                return read.ToString();
            }
        }
        throw new InvalidOperationException("The stream ended before: " + read);
    }

    private static async Task ShowsAsync(DeskClient person, string path, string shown, string notShown)
    {
        var page = await person.GetAsync(path);
        Assert.Contains($"id=\"ticket-{shown}\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"id=\"ticket-{notShown}\"", page.Html, StringComparison.Ordinal);
    }
}
