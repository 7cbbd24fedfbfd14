using MedtechBot.Answers;
using MedtechBot.Deliveries;
using MedtechBot.Deliveries.Mail;
using MedtechBot.Tests.Storage;

namespace MedtechBot.Tests.Deliveries.Mail;

public sealed class MailDeliveryTests : IAsyncLifetime
{
    private static readonly MailText Mail = AskerMails.ReplyArrived("C-2026-0001", new Uri("https://bot.example.jp/my/abc"), Language.Japanese).To("asker@example.jp");

    private readonly TemporaryDatabase _database = new();
    private readonly Sending _sending;
    private SmtpServer? _server;

    public MailDeliveryTests() => _sending = new Sending(_database);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
        _sending.Dispose();
        _database.Dispose();
    }

    [SkippableFact]
    public async Task A_mail_arrives_as_it_was_written()
    {
        var server = await StartAsync();

        await SendAsync(Mail, server.Options);

        var mail = await server.ReceivedAsync();
        Assert.Equal(["asker@example.jp"], mail.To);
        Assert.Equal("ご相談 C-2026-0001 に回答が届きました", mail.Header("Subject"));
        Assert.Equal("医療機器相談デスク <desk@bot.example.jp>", mail.Header("From").Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.StartsWith("text/plain; charset=utf-8", mail.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(Mail.Body.ReplaceLineEndings("\n").Trim(), mail.Body.ReplaceLineEndings("\n").Trim());
        Assert.NotNull(Assert.Single(await _sending.RowsAsync()).DoneAt);
    }

    [SkippableTheory]
    [InlineData("短い")]
    [InlineData("医療機器の相談についてのとても長い件名で、一つの符号化された語には入りきらず、途中で文字を切ってしまいやすいもの😀𠮷野家のこと")]
    [InlineData("a医療機器の相談についてのとても長い件名で、一つの符号化された語には入りきらず、途中で文字を切ってしまいやすいもの")]
    [InlineData("Reply to your consultation")]
    public async Task A_subject_in_any_language_is_read_as_written(string subject)
    {
        var server = await StartAsync();

        await SendAsync(Mail with { Subject = subject }, server.Options);

        var mail = await server.ReceivedAsync();
        Assert.Equal(subject, mail.Header("Subject"));
        Assert.All(mail.Raw.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        Assert.All(mail.Raw, c => Assert.True(char.IsAscii(c)));
    }

    [SkippableTheory]
    [InlineData("件名\r\nBcc: other@example.jp")]
    [InlineData("subject\nX-Injected: 1\r\n\r\nbody")]
    [InlineData("subject\u2028Bcc: other@example.jp\0\u0085")]
    public async Task A_subject_cannot_bring_other_headers(string subject)
    {
        var server = await StartAsync();

        await SendAsync(Mail with { Subject = subject }, server.Options);

        var mail = await server.ReceivedAsync();
        Assert.Equal(["asker@example.jp"], mail.To);
        Assert.DoesNotContain(mail.Headers, h => h.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase) || h.StartsWith("X-", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(Mail.Body.ReplaceLineEndings("\n").Trim(), mail.Body.ReplaceLineEndings("\n").Trim());
    }

    [SkippableFact]
    public async Task A_busy_server_gets_it_later_and_once()
    {
        var server = await StartAsync();
        await server.TellAsync(new { rcpt = "450 busy" });
        await server.TellAsync(new { data = "451 busy" });

        await SendAsync(Mail, server.Options);
        Assert.Equal("smtp-450", Assert.Single(await _sending.RowsAsync()).LastFailure);
        await SendLaterAsync(server.Options);
        Assert.Equal("smtp-451", Assert.Single(await _sending.RowsAsync()).LastFailure);
        await SendLaterAsync(server.Options);

        await server.ReceivedAsync();
        Assert.NotNull(Assert.Single(await _sending.RowsAsync()).DoneAt);
        Assert.Equal((1, 0), (_sending.Counted("delivered"), _sending.Counted("repeated")));
    }

    [SkippableFact]
    public async Task A_server_that_took_it_and_could_not_say_so_gets_it_again_under_the_same_id()
    {
        var server = await StartAsync();
        await server.TellAsync(new { drop = true });

        await SendAsync(Mail, server.Options);
        var first = await server.ReceivedAsync();
        await SendLaterAsync(server.Options);
        var second = await server.ReceivedAsync();

        Assert.Equal(first.Header("Message-ID"), second.Header("Message-ID"));
        Assert.Matches(@"^<[0-9a-f]{32}@bot\.example\.jp>$", second.Header("Message-ID"));
        Assert.Equal(1, _sending.Counted("repeated"));
    }

    [SkippableTheory]
    [InlineData("rcpt", 550, "5.1.1 No such user")]
    [InlineData("data", 554, "no")]
    public async Task What_a_server_refuses_for_good_is_not_sent_again(string when, int code, string reason)
    {
        var server = await StartAsync();
        await server.TellAsync(new Dictionary<string, string> { [when] = $"{code} {reason}" });

        await SendAsync(Mail, server.Options);

        var row = Assert.Single(await _sending.RowsAsync());
        Assert.Equal(($"smtp-{code}", true), (row.LastFailure, row.GivenUpAt is not null));
    }

    [SkippableFact]
    public async Task What_the_settings_are_to_blame_for_is_sent_once_they_are_put_right()
    {
        var server = await StartAsync();
        await server.TellAsync(new { rcpt = "554 5.7.1 Relay access denied" });

        await SendAsync(Mail, server.Options);
        await SendLaterAsync(server.Options);

        await server.ReceivedAsync();
    }

    [SkippableFact]
    public async Task A_wrong_password_can_be_put_right()
    {
        var server = await StartAsync("--sign-in");

        await SendAsync(Mail, server.Options with { User = "desk", Password = "wrong" });
        var row = Assert.Single(await _sending.RowsAsync());
        Assert.Equal(("smtp-530", null), (row.LastFailure, row.GivenUpAt));
        await SendLaterAsync(server.Options with { User = "desk", Password = "right" });

        Assert.Equal("desk", (await server.ReceivedAsync()).User);
    }

    [SkippableFact]
    public async Task A_server_that_cannot_prove_who_it_is_gets_nothing()
    {
        var server = await StartAsync();

        // Its certificate is one that nobody vouches for.
        await SendAsync(Mail, server.Options with { StartTls = true });

        var row = Assert.Single(await _sending.RowsAsync());
        Assert.Equal(("smtp-tls", null, false), (row.LastFailure, row.GivenUpAt, row.MayHaveArrived));
    }

    [Fact]
    public async Task Where_no_server_answers_it_is_tried_again()
    {
        await SendAsync(Mail, new MailOptions { Host = "127.0.0.1", Port = 1, From = "desk@bot.example.jp", StartTls = false });

        var row = Assert.Single(await _sending.RowsAsync());
        Assert.Equal(("smtp-connect", null, false), (row.LastFailure, row.GivenUpAt, row.MayHaveArrived));
    }

    [Theory]
    [InlineData("a@example.jp,b@example.jp")]
    [InlineData("a@example.jp\r\nBcc: b@example.jp")]
    [InlineData("Name <a@example.jp>")]
    [InlineData("a@localhost.\r\n")]
    [InlineData("no address")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("")]
    public async Task What_is_not_one_plain_address_is_refused_before_any_server_is_asked(string address)
    {
        await SendAsync(Mail with { To = address }, new MailOptions { Host = "127.0.0.1", Port = 1, From = "desk@bot.example.jp", StartTls = false });

        Assert.Equal("address", Assert.Single(await _sending.RowsAsync()).LastFailure);
    }

    private async Task<SmtpServer> StartAsync(params string[] arguments) => _server = await SmtpServer.StartAsync(arguments);

    private async Task SendAsync(MailText mail, MailOptions options)
    {
        await _sending.WriteAsync([mail.ToOutbox("C-2026-0001-3/reply")]);
        await SendLaterAsync(options);
    }

    private Task SendLaterAsync(MailOptions options)
    {
        _sending.Time.Advance(TimeSpan.FromMinutes(1));
        return _sending.Dispatcher(new MailDelivery(options)).DrainAsync();
    }
}
