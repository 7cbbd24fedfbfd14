using System.Net;
using System.Text.RegularExpressions;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.AskerPages;
using MedtechBot.Host.Tests.Attachments;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>What the desk attaches to a reply, up to the asker's chat in Teams.</summary>
public sealed partial class FilesInTeamsTests(FilesInTeamsTests.PublicHost host) : IClassFixture<FilesInTeamsTests.PublicHost>
{
    [Fact]
    public async Task A_file_of_a_reply_is_a_link_that_opens_that_file_alone_without_a_cookie_until_links_are_revoked()
    {
        await using var connector = await FakeConnector.StartAsync();
        var number = await OpenAsync(connector);
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        var ticket = "/desk/tickets/" + number;
        await sato.SendFormAsync(ticket, ticket + "/take");

        var sent = await sato.SendFilesAsync(await sato.GetAsync(ticket), ticket + "/reply", [("text", "資料を送ります")], ("申請の手引き.pdf", "application/pdf", FilesForm.Pdf));

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var said = await SaidAsync(connector, "資料を送ります");
        Assert.Matches(@"- 📎 \[申請の手引き\.pdf\]\(https://bot\.example\.jp/f/[\w-]+\) \(1 KB\)", said);
        var token = Token().Match(said).Groups[1].Value;
        using var reader = host.NewClient();
        var file = await reader.GetAsync("/f/" + token);
        Assert.Equal((HttpStatusCode.OK, "attachment", "no-referrer"), (file.StatusCode, file.Content.Headers.ContentDisposition?.DispositionType, file.Headers.GetValues("Referrer-Policy").Single()));
        Assert.Equal(FilesForm.Pdf, await file.Content.ReadAsByteArrayAsync());

        var page = host.Services.GetRequiredService<AskerLinks>().Create(number).AbsolutePath["/c/".Length..];
        foreach (var nowhere in new[] { "/c/" + token, $"/c/{token}/files/{token}", "/f/" + page, "/f/" + token[..^2], "/f/x", "/f/" + new string('A', 5_000) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(nowhere)).StatusCode);
        }
        Assert.True(await host.Services.GetRequiredService<RevokeAskerLinks>().HandleAsync(number));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/f/" + token)).StatusCode);
    }

    private async Task<TicketNumber> OpenAsync(FakeConnector connector)
    {
        var first = TeamsRequests.Message("相談先は?");
        first["serviceUrl"] = connector.ServiceUrl;
        await host.StatusAsync(first);
        var conversation = (await host.SaidAsync(1))[0].ConversationId;
        var form = new IntakeForm { Summary = "相談の要旨", Email = "asker@example.jp" };
        return (await host.Services.GetRequiredService<OpenTicket>().HandleAsync(new(conversation, RandomId.Next(), form, Language.Japanese))).Number!.Value;
    }

    private static async Task<string> SaidAsync(FakeConnector connector, string words)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (connector.Calls.Select(c => c.Body?["text"]?.ToString()).FirstOrDefault(t => t?.Contains(words, StringComparison.Ordinal) == true) is { } said)
            {
                return said;
            }
            await Task.Delay(30, deadline.Token);
        }
    }

    [GeneratedRegex(@"/f/([\w-]+)\)")]
    private static partial Regex Token();

    public sealed class PublicHost : OpenHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(base.Settings) { ["MedtechBot:PublicUrl"] = "https://bot.example.jp" };
    }
}
