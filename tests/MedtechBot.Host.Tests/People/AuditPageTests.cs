using System.Net;
using System.Text.RegularExpressions;
using MedtechBot.Host.People;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.People;

public sealed partial class AuditPageTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task The_log_is_read_page_by_page_and_filtered_by_ticket_and_person()
    {
        using var admin = await DeskClient.SignedInAsync(host, "管理者");
        Person robot = new("key-robot", "API: 連携", Role.Coordinator);
        var log = host.Services.GetRequiredService<AuditLog>();
        for (var n = 1; n <= 150; n++)
        {
            await log.AddAsync(new AuditEntry(robot, "viewed") { Ticket = $"C-2030-{n:0000}" });
        }

        var first = (await admin.GetAsync("/desk/audit?person=key-robot")).Html;
        Assert.Contains("C-2030-0150", first, StringComparison.Ordinal);
        Assert.DoesNotContain("C-2030-0050", first, StringComparison.Ordinal);
        var older = (await admin.GetAsync(WebUtility.HtmlDecode(Older().Match(first).Groups[1].Value))).Html;
        Assert.Contains("C-2030-0050", older, StringComparison.Ordinal);
        Assert.DoesNotContain("C-2030-0051", older, StringComparison.Ordinal);
        Assert.DoesNotMatch(Older(), older);

        Assert.Equal(2, (await admin.GetAsync("/desk/audit?ticket=C-2030-0007")).Html.Split("<tr>").Length - 1);
        var csv = (await admin.GetAsync("/desk/audit.csv?person=key-robot")).Html;
        Assert.Equal(151, csv.TrimEnd().Split("\r\n").Length);
        Assert.Matches(@"\d{4}-\d\d-\d\d \d\d:\d\d,API: 連携,viewed,C-2030-0007,,済", csv);
    }

    [Theory]
    [InlineData("?before=x&ticket='%20OR%201=1--&person=%00")]
    [InlineData("?before=99999999999999999999&person=%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82%E3%81%82")]
    public async Task What_is_no_filter_does_no_harm(string query)
    {
        using var admin = await DeskClient.SignedInAsync(host, "管理者");
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/desk/audit" + query)).Status);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/desk/audit.csv" + query)).Status);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("佐藤, 花子", "\"佐藤, 花子\"")]
    [InlineData(null, "")]
    public void A_name_in_a_table_never_becomes_a_formula(string? name, string cell) => Assert.Equal(cell, AuditCsv.Cell(name));

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex Older();
}
