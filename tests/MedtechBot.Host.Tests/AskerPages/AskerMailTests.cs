using System.Net;
using System.Text.RegularExpressions;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using MedtechBot.Tests.Deliveries.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.AskerPages;

/// <summary>What an asker who left an address gets by mail, from the event to their mailbox and back by the link in it.</summary>
public sealed partial class AskerMailTests : IAsyncLifetime
{
    private const string Sato = "佐藤";
    private const string Secret = "在宅用の離れた見守り";
    private SmtpServer? _smtp;
    private MailingHost? _host;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
        if (_smtp is not null)
        {
            await _smtp.DisposeAsync();
        }
    }

    [SkippableTheory]
    [InlineData(Language.Japanese, "回答が届きました", "確認したいことがあります", "完了しました", "対応中")]
    [InlineData(Language.English, "A reply to your consultation", "A question about your consultation", "is closed", "in progress")]
    public async Task A_reply_a_question_and_the_closing_come_by_mail_with_number_and_link_and_nothing_of_what_was_written(
        Language language, string reply, string question, string closing, string state)
    {
        await StartAsync();
        var number = await OpenAsync(language);
        await Get<TakeTicket>().HandleAsync(number, Sato);

        await Get<AskBack>().HandleAsync(number, Sato, RandomId.Next(), Secret + "ですか", null);
        await ReadAsync(number, question);
        await Get<ReplyToTicket>().HandleAsync(new Reply(number, Sato, RandomId.Next(), Secret + "の回答", null));
        var link = await ReadAsync(number, reply);
        using var elsewhere = _host!.NewClient();
        Assert.Contains(Secret + "の回答", await elsewhere.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.PostAsync(link + "/unsolved", new FormUrlEncodedContent([]))).StatusCode);
        Assert.Contains(state, await elsewhere.GetStringAsync(link), StringComparison.Ordinal);

        // Closed by mistake and taken back within half a minute: neither is told.
        await Get<CloseTicket>().HandleAsync(number, Sato, TicketOutcome.Answered, null);
        var waiting = Assert.Single(await MailsAsync());
        Assert.Equal(AskerMessages.BeforeClosingIsTold, waiting.NotBefore - waiting.CreatedAt);
        await Get<ReopenTicket>().HandleAsync(number, Sato, null);
        Assert.Empty(await MailsAsync());

        await Get<CloseTicket>().HandleAsync(number, Sato, TicketOutcome.Answered, null);
        await HalfAMinutePassesAsync();
        await ReadAsync(number, closing);
    }

    // The next mail that comes; anything else that was sent before it would be it.
    private async Task<string> ReadAsync(TicketNumber number, string subject)
    {
        var mail = await _smtp!.ReceivedAsync();
        Assert.Equal(["asker@example.jp"], mail.To);
        Assert.Contains(subject, mail.Header("Subject"), StringComparison.Ordinal);
        Assert.Contains(number.Value, mail.Header("Subject"), StringComparison.Ordinal);
        Assert.DoesNotContain("見守り", mail.Header("Subject") + mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Sato, mail.Body, StringComparison.Ordinal);
        return Link().Match(mail.Body).Groups[1].Value;
    }

    private async Task HalfAMinutePassesAsync()
    {
        await using var context = await Get<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        await context.Set<OutboxRow>().Where(r => r.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.NotBefore, DateTimeOffset.UtcNow - TimeSpan.FromSeconds(1)));
        await Get<Dispatcher>().DrainAsync();
    }

    private async Task<List<OutboxRow>> MailsAsync()
    {
        await using var context = await Get<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        return await context.Set<OutboxRow>().Where(r => r.Kind == OutboxKinds.Mail && r.DoneAt == null).ToListAsync();
    }

    private async Task<TicketNumber> OpenAsync(Language language)
    {
        var conversation = await Get<Conversations>().CreateAsync(RandomId.Next(), ChannelNames.DirectLine, language);
        var form = new IntakeForm { Summary = Secret, Email = "asker@example.jp" };
        return (await Get<OpenTicket>().HandleAsync(new(conversation.Id, RandomId.Next(), form, language))).Number!.Value;
    }

    private async Task StartAsync()
    {
        _smtp = await SmtpServer.StartAsync();
        MailingHost.Port.Value = _smtp.Port;
        _host = new MailingHost();
    }

    private T Get<T>() where T : notnull => _host!.Services.GetRequiredService<T>();

    [GeneratedRegex(@"https://bot\.example\.jp(/c/\S+)")]
    private static partial Regex Link();

    private sealed class MailingHost : ProductHost
    {
        // Read before the constructor of this class has run.
        public static readonly AsyncLocal<int> Port = new();

        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
        {
            ["MedtechBot:PublicUrl"] = "https://bot.example.jp",
            ["MedtechBot:Mail:Host"] = "127.0.0.1",
            ["MedtechBot:Mail:Port"] = Port.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["MedtechBot:Mail:From"] = "desk@example.jp",
            ["MedtechBot:Mail:StartTls"] = "false",
        };
    }
}
