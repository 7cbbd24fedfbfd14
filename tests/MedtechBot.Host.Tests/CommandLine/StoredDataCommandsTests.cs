using System.IO.Compression;
using MedtechBot.Host.Tests.Desk;

namespace MedtechBot.Host.Tests.CommandLine;

/// <summary><c>retention</c> and <c>asker</c> in processes of their own, beside a running server.</summary>
public sealed class StoredDataCommandsTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task The_operator_sees_what_would_be_deleted_and_deletes_it()
    {
        Assert.Equal((0, "conversations\t0\ntickets\t0\nfiles\t0\nerased tickets\t0\naudit lines\t0\nforms begun\t0\nkept answers\t0\ninvitations\t0\n", ""), await ProductCommand.RunAsync(host.Folder, "retention", "preview"));
        Assert.Equal((0, "conversations\t0\ntickets\t0\nfiles\t0\nerased tickets\t0\naudit lines\t0\nforms begun\t0\nkept answers\t0\ninvitations\t0\n", ""), await ProductCommand.RunAsync(host.Folder, "retention", "run"));
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

    [Theory]
    [InlineData("asker", "erase", "C-2026-9999")]
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
