using System.Net;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.Host.Tests.DirectLine;
using MedtechBot.People;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Attachments;

/// <summary>What the desk attaches to a reply, up to the asker's chat.</summary>
public sealed class DeskFilesTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task A_reply_takes_its_files_into_the_askers_chat_and_nobody_elses()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        var number = await OpenAsync(asker.ConversationId);
        using var sato = await TakenAsync(number);
        var ticket = "/desk/tickets/" + number;

        var sent = await sato.SendFilesAsync(await sato.GetAsync(ticket), ticket + "/reply", [("text", "資料を送ります")], ("申請の手引き.pdf", "application/pdf", FilesForm.Pdf));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var reply = (await asker.WaitForAsync(1)).Single(a => ((string?)a["text"])?.Contains("資料を送ります", StringComparison.Ordinal) == true);
        var attached = reply["attachments"]!.AsArray();
        Assert.Equal(["application/pdf", "application/vnd.microsoft.card.adaptive"], attached.Select(a => (string?)a!["contentType"]));
        Assert.Equal(("申請の手引き.pdf", FilesForm.Pdf.Length), ((string?)attached[0]!["name"], (int)reply["channelData"]!["attachmentSizes"]![0]!));
        var url = (string)attached[0]!["contentUrl"]!;
        Assert.Equal(FilesForm.Pdf, await asker.Http.GetByteArrayAsync(url));
        using var other = await DirectLineClient.StartAsync(host);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync(url)).StatusCode);

        var shown = await sato.GetAsync(ticket);
        var address = $"{ticket}/files/{url.Split('/')[^1]}";
        Assert.Contains($"<a href=\"{address}\" download>申請の手引き.pdf</a>", shown.Html, StringComparison.Ordinal);
        Assert.Equal(FilesForm.Pdf, await sato.ReadFileAsync(address));
        var noted = await host.Services.GetRequiredService<AuditLog>().ReadAsync(new AuditFilter(null, number, null), 10);
        Assert.Contains(noted, l => l is { Action: "downloaded", ActorName: "佐藤" });
    }

    [Fact]
    public async Task A_question_back_carries_files_as_well()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        var number = await OpenAsync(asker.ConversationId);
        using var sato = await TakenAsync(number);
        var ticket = "/desk/tickets/" + number;
        await sato.SendFilesAsync(await sato.GetAsync(ticket), ticket + "/ask", [("text", "この表に記入してください")], ("表.txt", "text/plain", "表"u8.ToArray()));
        var asked = (await asker.WaitForAsync(1)).Single(a => ((string?)a["text"])?.Contains("この表に", StringComparison.Ordinal) == true);
        Assert.Equal("表.txt", (string?)asked["attachments"]![0]!["name"]);
    }

    public static TheoryData<string, string, byte[], string> Refused => new()
    {
        { "悪い.exe", "application/octet-stream", "MZ"u8.ToArray(), "「悪い.exe」は受け取れません" },
        { "違う.png", "image/png", FilesForm.Pdf, "「違う.png」は受け取れません" },
        { "空.txt", "text/plain", [], "「空.txt」には中身がありません" },
        { "../大きい.txt", "text/plain", new byte[(10 * 1024 * 1024) + 1], "「大きい.txt」は大きすぎます。1個10 MBまで" },
    };

    [Theory]
    // Listing tests would write every byte of the large one out as a number.
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task A_file_that_is_not_taken_is_named_with_the_reason_and_text_and_other_files_stay(string name, string type, byte[] content, string said)
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        using var sato = await TakenAsync(number);
        var ticket = "/desk/tickets/" + number;
        var refused = await sato.SendFilesAsync(await sato.GetAsync(ticket), ticket + "/reply", [("text", "長い<回答>の文章")], ("良い.pdf", "application/pdf", FilesForm.Pdf), (name, type, content));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(said, refused.Html, StringComparison.Ordinal);
        Assert.Contains("まだ送信していません", refused.Html, StringComparison.Ordinal);
        Assert.Contains("長い&lt;回答&gt;の文章", refused.Html, StringComparison.Ordinal);
        Assert.Single(FilesForm.Held(refused.Html));
        Assert.DoesNotContain("download>良い.pdf", (await sato.GetAsync(ticket)).Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await sato.SendFilesAsync(refused, ticket + "/reply", [("text", "長い<回答>の文章")])).Status);
        Assert.Equal("良い.pdf", Assert.Single((await FindAsync(number)).History.OfType<ReplyWritten>().Single().Files!).Name);
    }

    [Fact]
    public async Task More_than_four_files_are_refused_and_what_is_unticked_stays_behind()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        using var sato = await TakenAsync(number);
        var ticket = "/desk/tickets/" + number;
        (string, string, byte[]) Text(int n) => ($"{n}.txt", "text/plain", "x"u8.ToArray());
        var refused = await sato.SendFilesAsync(await sato.GetAsync(ticket), ticket + "/reply", [("text", "回答")], [.. Enumerable.Range(1, 5).Select(Text)]);
        Assert.Contains("1回に4個まで", refused.Html, StringComparison.Ordinal);

        // Without a text nothing is sent either, and the files wait.
        var waiting = await sato.SendFilesAsync(refused, ticket + "/reply", [("text", "")], Text(1), Text(2));
        var held = FilesForm.Held(waiting.Html).ToList();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 2), (waiting.Status, held.Count));
        var page = waiting with { Html = waiting.Html.Replace(held[0].Value, "unticked", StringComparison.Ordinal) };
        Assert.Equal(HttpStatusCode.SeeOther, (await sato.SendFilesAsync(page, ticket + "/reply", [("text", "回答")], Text(3))).Status);
        Assert.Equal(["2.txt", "3.txt"], (await FindAsync(number)).History.OfType<ReplyWritten>().Single().Files!.Select(f => f.Name));
    }

    [Fact]
    public async Task Whoever_may_not_send_the_reply_leaves_no_file_and_nobody_sends_what_another_form_holds()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        var (other, _) = await DeskClient.OpenTicketAsync(host);
        using var sato = await TakenAsync(number);
        await sato.SendFormAsync("/desk/tickets/" + other, $"/desk/tickets/{other}/take");
        using var suzuki = await DeskClient.SignedInAsync(host, "鈴木", Role.Coordinator);
        var ticket = "/desk/tickets/" + number;
        var before = await CountAsync();
        var refused = await suzuki.SendFilesAsync(await suzuki.GetAsync(ticket), ticket + "/reply", [("replyId", RandomId.Next()), ("text", "横から")], ("a.pdf", "application/pdf", FilesForm.Pdf));
        Assert.Equal((HttpStatusCode.Conflict, before), (refused.Status, await CountAsync()));

        var held = FilesForm.Held((await sato.SendFilesAsync(await sato.GetAsync(ticket), ticket + "/reply", [("text", "")], ("a.pdf", "application/pdf", FilesForm.Pdf))).Html).Single();
        foreach (var elsewhere in new[] { ticket, "/desk/tickets/" + other })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await sato.SendFilesAsync(await sato.GetAsync(elsewhere), elsewhere + "/reply", [("text", "回答"), ("held", held.Value)])).Status);
        }
        foreach (var replied in new[] { number, other })
        {
            Assert.Null((await FindAsync(replied)).History.OfType<ReplyWritten>().Single().Files);
        }
    }

    [Fact]
    public async Task A_form_far_too_large_is_refused_and_one_without_its_token_changes_nothing()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        using var sato = await TakenAsync(number);
        var ticket = "/desk/tickets/" + number;
        var before = await CountAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await sato.SendFilesAsync(await sato.GetAsync(ticket), ticket + "/reply", [("text", "x"), ("__RequestVerificationToken", "x")], ("a.pdf", "application/pdf", FilesForm.Pdf))).Status);
        // Other forms of the desk carry no files.
        var note = await sato.SendFilesAsync(await sato.GetAsync(ticket), ticket + "/note", [("note", "x")], ("a.txt", "text/plain", new byte[512 * 1024]));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, before), (note.Status, await CountAsync()));
    }

    private async Task<int> CountAsync()
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        return await context.Set<UploadRow>().CountAsync();
    }

    private async Task<DeskClient> TakenAsync(string number)
    {
        var client = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.SendFormAsync("/desk/tickets/" + number, $"/desk/tickets/{number}/take")).Status);
        return client;
    }

    private async Task<string> OpenAsync(string conversation)
    {
        var form = new IntakeForm { Summary = "添付の相談", ReplyInChatOnly = true };
        return (await host.Services.GetRequiredService<OpenTicket>().HandleAsync(new(conversation, RandomId.Next(), form, MedtechBot.Answers.Language.Japanese))).Number!.Value.Value;
    }

    private async Task<Ticket> FindAsync(string number)
    {
        TicketNumber.TryParse(number, out var parsed);
        return (await host.Services.GetRequiredService<TicketStore>().FindAsync(parsed))!;
    }
}
