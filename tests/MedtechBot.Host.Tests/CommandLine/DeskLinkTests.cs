using System.Net;
using System.Text.RegularExpressions;
using MedtechBot.Host.Tests.Desk;

namespace MedtechBot.Host.Tests.CommandLine;

/// <summary><c>desk link</c> in a process of its own, beside a running server and without one.</summary>
public sealed partial class DeskLinkTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task The_printed_link_leads_to_the_running_server_and_lets_one_person_in()
    {
        var (code, output, errors) = await ProductCommand.RunAsync(host.Folder, "desk", "link");

        Assert.Equal((0, ""), (code, errors));
        var link = new Uri(output.TrimEnd());
        Assert.Equal(host.Address.Authority, link.Authority);
        using var sato = new DeskClient(host);
        Assert.Equal(HttpStatusCode.SeeOther, (await sato.SendFormAsync(link.AbsolutePath, link.AbsolutePath, ("name", "佐藤"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await sato.GetAsync("/desk")).Status);
        using var second = new DeskClient(host);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.GetAsync(link.AbsolutePath)).Status);
    }

    [Fact]
    public async Task Before_the_first_start_the_link_names_the_default_address()
    {
        var folder = Directory.CreateTempSubdirectory("medtechbot-");
        try
        {
            SmallKnowledge.Write(Path.Combine(folder.FullName, "knowledge"));

            var (code, output, errors) = await ProductCommand.RunAsync(folder.FullName, "desk", "link");

            Assert.Equal((0, ""), (code, errors));
            Assert.Matches(DefaultLink(), output.TrimEnd());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_used_is_one_clear_line()
    {
        var folder = Directory.CreateTempSubdirectory("medtechbot-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "data"), "a file");

            var (code, output, errors) = await ProductCommand.RunAsync(folder.FullName, "desk", "link");

            Assert.Equal((2, ""), (code, output));
            Assert.StartsWith("MedtechBot:DataDirectory", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"\Ahttp://localhost:3978/desk/sign-in/[0-9a-f]{64}\z")]
    private static partial Regex DefaultLink();
}
