using System.Net;
using System.Text.RegularExpressions;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.People;

public sealed partial class PasswordSignInTests(OpenDesk host) : IClassFixture<OpenDesk>
{
    [Fact]
    public async Task Name_or_address_and_password_let_somebody_in()
    {
        await DeskAccounts.AddAsync(host, "佐藤 花子", Role.Expert, "sato@example.jp");
        foreach (var name in new[] { "佐藤花子", "ＳＡＴＯ@example.jp " })
        {
            using var client = new DeskClient(host);
            Assert.Equal(HttpStatusCode.SeeOther, (await DeskAccounts.SignInAsync(client, name, DeskAccounts.Password)).Status);
            Assert.Contains("佐藤 花子 さん", (await client.GetAsync("/desk")).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_failure_gets_the_same_answer()
    {
        await DeskAccounts.AddAsync(host, "無効の人");
        await DeskAccounts.AddAsync(host, "鈴木");
        using (var admin = await DeskClient.SignedInAsync(host, "管理者"))
        {
            var path = "/desk/people/" + (await DeskAccounts.FindAsync(host, "無効の人")).Id;
            Assert.Equal(HttpStatusCode.SeeOther, (await admin.SendFormAsync(path, path + "/disable")).Status);
            using var passwordless = await DeskClient.SignedInAsync(host, "パスワードなし");
        }
        List<string> answers = [];
        foreach (var (name, password) in new[] { ("鈴木", "違うパスワードです。"), ("いない人", "x"), ("無効の人", DeskAccounts.Password), ("パスワードなし", ""), ("鈴木", new string('x', 5_000)), (new string('x', 5_000), "x"), ("", "") })
        {
            using var client = new DeskClient(host);
            var answer = await DeskAccounts.SignInAsync(client, name, password);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            answers.Add(WhatVaries().Replace(answer.Html, ""));
        }
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Who_tries_passwords_is_stopped_and_the_owner_still_comes_in_where_they_were_before()
    {
        await DeskAccounts.AddAsync(host, "田中");
        using var owner = new DeskClient(host);
        await DeskAccounts.SignInAsync(owner, "田中", DeskAccounts.Password);
        await owner.SendFormAsync("/desk", "/desk/sign-out");

        Assert.Contains(HttpStatusCode.TooManyRequests, await TryAsync("田中"));
        Assert.Contains(HttpStatusCode.TooManyRequests, await TryAsync("いない人"));

        Assert.Equal(HttpStatusCode.SeeOther, (await DeskAccounts.SignInAsync(owner, "田中", DeskAccounts.Password)).Status);
    }

    [Fact]
    public async Task After_signing_in_the_ticket_that_was_asked_for_is_shown_and_nothing_else_ever()
    {
        await DeskAccounts.AddAsync(host, "高橋");
        Assert.Equal("/desk/tickets/C-2026-0001", await LandAsync("/desk/tickets/C-2026-0001", null));
        Assert.Equal("/desk", await LandAsync("/desk/people", null));
        Assert.Equal("/desk", await LandAsync("https://elsewhere.example/desk/tickets/C-2026-0001", null));
        foreach (var forged in new[] { "https://elsewhere.example/", "//elsewhere.example", "/desk/tickets/../../elsewhere", "/desk/tickets/C-2026-0001\r\nX: y", "/desk/tickets/C-2026-0001/../x" })
        {
            Assert.Equal("/desk", await LandAsync("/desk", forged));
        }
    }

    [Fact]
    public async Task Success_and_failure_are_noted_without_what_was_typed()
    {
        await DeskAccounts.AddAsync(host, "渡辺");
        using var client = new DeskClient(host);
        await DeskAccounts.SignInAsync(client, "渡辺", "違うパスワードです。");
        await DeskAccounts.SignInAsync(client, "うっかりここに書いたパスワード", "x");
        await DeskAccounts.SignInAsync(client, "渡辺", DeskAccounts.Password);

        var id = (await DeskAccounts.FindAsync(host, "渡辺")).Id;
        var log = host.Services.GetRequiredService<AuditLog>();

        Assert.Equal(
            ["signed-in Done", "signed-in Refused", "accepted-invitation Done"],
            (await log.ReadAsync(new(id, null, null), 10)).Select(l => $"{l.Action} {l.Outcome}"));
        Assert.DoesNotContain(await log.ReadAsync(new(null, null, null), 1_000), l => (l.ActorName + l.SubjectName + l.Action).Contains("うっかり", StringComparison.Ordinal));
    }

    private async Task<List<HttpStatusCode>> TryAsync(string name)
    {
        using var stranger = new DeskClient(host);
        List<HttpStatusCode> answers = [];
        for (var n = 0; n < 20 && !answers.Contains(HttpStatusCode.TooManyRequests); n++)
        {
            answers.Add((await DeskAccounts.SignInAsync(stranger, name, "違うパスワードです。")).Status);
        }
        return answers;
    }

    private async Task<string?> LandAsync(string from, string? forged)
    {
        using var client = new DeskClient(host);
        (string, string)[] fields = [("name", "高橋"), ("password", DeskAccounts.Password)];
        var page = await client.GetAsync("/desk/sign-in", from);
        return (await client.SendFormAsync(page, "/desk/sign-in", forged is null ? fields : [.. fields, ("next", forged)])).Location;
    }

    [GeneratedRegex("value=\"[^\"]*\"")]
    private static partial Regex WhatVaries();
}
