using System.IO.Compression;
using System.Net;
using MedtechBot.Consultations;
using MedtechBot.Host.AskerPages;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.CommandLine;

/// <summary><c>retention</c> and <c>asker</c> in processes of their own, beside a running server.</summary>
public sealed class StoredDataCommandsTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task The_operator_sees_what_would_be_deleted_and_deletes_it()
    {
        Assert.Equal((0, "conversations\t0\ntickets\t0\nfiles\t0\nerased tickets\t0\naudit lines\t0\nforms begun\t0\nkept answers\t0\ninvitations\t0\nlearned questions\t0\n", ""), await ProductCommand.RunAsync(host.Folder, "retention", "preview"));
        Assert.Equal((0, "conversations\t0\ntickets\t0\nfiles\t0\nerased tickets\t0\naudit lines\t0\nforms begun\t0\nkept answers\t0\ninvitations\t0\nlearned questions\t0\n", ""), await ProductCommand.RunAsync(host.Folder, "retention", "run"));
    }

    [Fact]
    public async Task The_operator_hands_out_what_is_kept_about_an_asker_and_erases_it()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host, "相談の要旨です");

        var (code, output, errors) = await ProductCommand.RunAsync(host.Folder, "asker", "export", number, "asker.zip");
        Assert.Equal((0, ""), (code, errors));
        using var archive = ZipFile.OpenRead(output.TrimEnd());
        using var json = new StreamReader(archive.Entries.Single().Open());
        Assert.Contains("相談の要旨です", await json.ReadToEndAsync(), StringComparison.Ordinal);

        (code, output, errors) = await ProductCommand.RunAsync(host.Folder, "asker", "erase", number);
        Assert.Equal((0, "conversations\t1\ntickets\t1\n", ""), (code, output, errors));
        Assert.Equal(2, (await ProductCommand.RunAsync(host.Folder, "asker", "erase", number)).Code);
    }

    [Fact]
    public async Task By_an_address_the_operator_sees_whose_it_is_before_anything_is_erased_and_each_act_is_noted()
    {
        var (number, conversation) = await DeskClient.OpenTicketAsync(host, email: "only@example.jp");

        var found = await ProductCommand.RunAsync(host.Folder, "asker", "find", "only@example.jp");
        Assert.Equal(0, found.Code);
        Assert.Matches($@"\A1\t\d{{4}}-[^\t]+\tdirectline\t{conversation}\t{number}\n\z", found.Output);

        var (code, output, errors) = await ProductCommand.RunAsync(host.Folder, "asker", "erase", "only@example.jp");
        Assert.Equal((2, found.Output), (code, output));
        Assert.Contains("--yes", errors, StringComparison.Ordinal);
        Assert.Equal(0, (await ProductCommand.RunAsync(host.Folder, "asker", "erase", "only@example.jp", "--yes")).Code);
        Assert.Equal(2, (await ProductCommand.RunAsync(host.Folder, "asker", "find", "only@example.jp")).Code);

        var lines = await host.Services.GetRequiredService<AuditLog>().ReadAsync(new AuditFilter(null, number, null), 10);
        Assert.Equal([(null, "erased-asker"), (null, "found-asker")], lines.Select(l => (l.ActorName, l.Action)));
    }

    [Fact]
    public async Task The_operator_makes_the_links_of_a_ticket_worth_nothing_and_it_is_noted()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        TicketNumber.TryParse(number, out var parsed);
        var links = host.Services.GetRequiredService<AskerLinks>();
        using var anybody = host.NewClient();
        var mailed = links.Create(parsed).AbsolutePath;
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(mailed)).StatusCode);

        Assert.Equal((0, number + "\n", ""), await ProductCommand.RunAsync(host.Folder, "asker", "revoke-links", number));

        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(mailed)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(links.Create(parsed).AbsolutePath)).StatusCode);
        var line = Assert.Single(await host.Services.GetRequiredService<AuditLog>().ReadAsync(new AuditFilter(null, number, null), 10));
        Assert.Equal((null, "revoked-asker-links"), (line.ActorName, line.Action));
    }

    [Fact]
    public async Task An_address_of_several_askers_erases_and_hands_out_nothing()
    {
        await DeskClient.OpenTicketAsync(host, email: "shared@example.jp");
        await DeskClient.OpenTicketAsync(host, email: "shared@example.jp");

        foreach (var verb in new string[][] { ["asker", "erase", "shared@example.jp", "--yes"], ["asker", "export", "shared@example.jp", "several.zip"] })
        {
            var (code, output, errors) = await ProductCommand.RunAsync(host.Folder, verb);
            Assert.Equal((2, 2), (code, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
            Assert.Contains("several", errors, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("asker", "erase", "C-2026-9999")]
    [InlineData("asker", "revoke-links", "C-2026-9999")]
    [InlineData("asker", "revoke-links", "a@example.jp")]
    [InlineData("asker", "export", "nobody", "x.zip")]
    [InlineData("asker", "export", "nobody")]
    [InlineData("retention")]
    public async Task What_cannot_be_done_is_told_on_the_error_stream(params string[] arguments)
    {
        var (code, output, errors) = await ProductCommand.RunAsync(host.Folder, arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.NotEqual("", errors.Trim());
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }
}
