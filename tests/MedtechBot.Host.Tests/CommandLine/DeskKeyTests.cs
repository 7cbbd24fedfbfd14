using System.Net;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.CommandLine;

/// <summary><c>desk key</c> and <c>desk link</c> with a role, in processes of their own beside a running server.</summary>
public sealed class DeskKeyTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task A_key_is_printed_once_as_the_last_word_and_works_until_it_is_revoked()
    {
        var keys = host.Services.GetRequiredService<ApiKeys>();
        var (code, output, errors) = await ProductCommand.RunAsync(host.Folder, "desk", "key", "add", "--name", "連携 CRM", "--role", "coordinator");

        Assert.Equal((0, ""), (code, errors));
        var key = output.TrimEnd().Split('\n')[^1].Split(' ')[^1];
        var person = await keys.FindAsync(key);
        Assert.Equal(("API: 連携 CRM", Role.Coordinator), (person?.Name, person?.Role));

        var (_, listed, _) = await ProductCommand.RunAsync(host.Folder, "desk", "key", "list");
        Assert.StartsWith("連携 CRM\tcoordinator\t", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(key, listed, StringComparison.Ordinal);

        Assert.Equal(0, (await ProductCommand.RunAsync(host.Folder, "desk", "key", "revoke", "連携 CRM")).Code);
        Assert.Null(await keys.FindAsync(key));
    }

    [Theory]
    [InlineData("key", "add", "--name", "x", "--role", "owner")]
    [InlineData("key", "add", "--name", "API: x", "--role", "admin")]
    [InlineData("key", "add", "--role", "admin")]
    [InlineData("key", "revoke", "nobody")]
    [InlineData("link", "--role", "owner")]
    [InlineData("link", "--name", "x@example.jp")]
    public async Task What_cannot_be_done_is_said_and_2(params string[] verb)
    {
        var (code, output, errors) = await ProductCommand.RunAsync(host.Folder, ["desk", .. verb]);

        Assert.Equal((2, ""), (code, output));
        Assert.NotEmpty(errors);
    }

    [Fact]
    public async Task A_link_for_an_expert_lets_that_person_in_as_an_expert()
    {
        var (_, output, _) = await ProductCommand.RunAsync(host.Folder, "desk", "link", "--role", "expert", "--name", "専門 太郎");
        var link = new Uri(output.TrimEnd()).AbsolutePath;
        using var expert = new DeskClient(host);
        Assert.Contains("value=\"専門 太郎\"", (await expert.GetAsync(link)).Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await expert.SendFormAsync(link, link, ("name", "別の名前"))).Status);

        Assert.Contains("専門 太郎 さん", (await expert.GetAsync("/desk")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await expert.GetAsync("/desk/audit")).Status);
    }
}
