using System.Net;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;

namespace MedtechBot.Host.Tests.People;

public sealed class LastAdminTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task The_last_administrator_can_be_neither_disabled_nor_demoted()
    {
        using var admin = await DeskClient.SignedInAsync(host, "管理者");
        using var coordinator = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        var path = "/desk/people/" + (await DeskAccounts.FindAsync(host, "管理者")).Id;

        foreach (var answer in new[] { await admin.SendFormAsync(path, path + "/disable"), await admin.SendFormAsync(path, path, ("role", "coordinator")) })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains("管理者が一人もいなくなる", answer.Html, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/desk/people")).Status);
    }
}
