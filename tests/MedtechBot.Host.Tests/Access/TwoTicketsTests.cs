using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Attachments;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Access;

/// <summary>One conversation, two tickets: who reads the one learns nothing of the other, though both grew out of the same talk.</summary>
public sealed class TwoTicketsTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task The_record_of_one_ticket_leaves_out_the_other_that_the_reader_may_not_read()
    {
        var (open, secret) = await MakeAsync();
        using var sato = await Scene.SignedInAsync(host, "佐藤", Role.Coordinator);
        using var suzuki = await Scene.SignedInAsync(host, "鈴木", Role.Coordinator);
        using var expert = await Scene.SignedInAsync(host, "開示の専門家", Role.Expert);
        using var admin = await Scene.SignedInAsync(host, "管理者", Role.Admin);
        var page = "/desk/tickets/" + open.Number;
        foreach (var outsider in new[] { suzuki, expert })
        {
            var read = await outsider.GetAsync(page);
            Assert.Contains("前置きの会話", read.Body, StringComparison.Ordinal);
            Assert.Contains("オオヤケの回答", read.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("ナイショの", read.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(secret.Number.Value, read.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(secret.FileId, read.Body, StringComparison.Ordinal);
            Assert.Equal(404, (await outsider.GetAsync($"{page}/files/{secret.FileId}")).Status);
            Assert.Equal(200, (await outsider.GetAsync($"{page}/files/{open.FileId}")).Status);
        }
        // Who may read both finds the whole conversation.
        foreach (var insider in new[] { sato, admin })
        {
            var read = await insider.GetAsync(page);
            Assert.Contains("ナイショの回答", read.Body, StringComparison.Ordinal);
            Assert.Contains("ナイショの追伸", read.Body, StringComparison.Ordinal);
            Assert.Equal(200, (await insider.GetAsync($"{page}/files/{secret.FileId}")).Status);
        }
    }

    private async Task<((TicketNumber Number, string FileId) Open, (TicketNumber Number, string FileId) Secret)> MakeAsync()
    {
        var conversations = Get<Conversations>();
        var conversation = await conversations.CreateAsync(RandomId.Next(), ChannelNames.DirectLine, null);
        await conversations.AppendAsync(conversation.Id, new IncomingMessage { Text = "前置きの会話" });
        var open = await OpenAsync(conversation.Id, "オオヤケの要旨", "鈴木", false);
        Assert.Null((await Get<ShareTicket>().HandleAsync(open, "鈴木", "開示の専門家"))!.Refused);
        var secret = await OpenAsync(conversation.Id, "ナイショの要旨", "佐藤", true);
        await Get<ReplyToTicket>().HandleAsync(new Reply(open, "鈴木", RandomId.Next(), "オオヤケの回答", null));
        var openFile = await WriteAsync(conversation, open, "オオヤケの追伸");
        await Get<ReplyToTicket>().HandleAsync(new Reply(secret, "佐藤", RandomId.Next(), "ナイショの回答", null));
        // By its number an asker reaches a ticket from any of their conversations.
        var elsewhere = await conversations.CreateAsync(conversation.AskerId, ChannelNames.DirectLine, null);
        var other = await OpenAsync(elsewhere.Id, "ナイショの別件", "佐藤", true);
        await WriteAsync(conversation, other, $"{other}: ナイショの伝言");
        return ((open, openFile), (secret, await WriteAsync(conversation, secret, "ナイショの追伸")));
    }

    private async Task<TicketNumber> OpenAsync(string conversation, string summary, string holder, bool isConfidential)
    {
        var form = new IntakeForm { Summary = summary, ReplyInChatOnly = true, Details = new IntakeDetails { IsConfidential = isConfidential } };
        var number = (await Get<OpenTicket>().HandleAsync(new(conversation, RandomId.Next(), form, MedtechBot.Answers.Language.Japanese))).Number!.Value;
        await Get<TakeTicket>().HandleAsync(number, holder);
        return number;
    }

    // As the chat does it: what the asker writes goes to whoever spoke last.
    private async Task<string> WriteAsync(ConversationRow conversation, TicketNumber expected, string text)
    {
        using var content = new MemoryStream("x"u8.ToArray());
        var file = await Get<Uploads>().KeepAsync(conversation.Id, text + ".txt", "text/plain", content, default);
        var message = new IncomingMessage { Text = text, Files = [file] };
        var kept = await Get<Conversations>().AppendAsync(conversation.Id, message);
        Assert.Equal(expected.Value, (await Get<AskerThread>().HandleAsync(conversation, kept, message, null, default))!.Ticket);
        return file.Id;
    }

    private T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();
}
