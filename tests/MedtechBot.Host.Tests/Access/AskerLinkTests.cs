using System.Text;
using MedtechBot.AskerData;
using MedtechBot.Consultations;
using MedtechBot.Host.AskerPages;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Access;

/// <summary>A private link opens one ticket, and nothing once it is old, revoked, changed, or its asker is erased.</summary>
public sealed class AskerLinkTests(AccessHost host) : IClassFixture<AccessHost>
{
    private static readonly string[] Verbs = ["write", "withdraw", "solved", "unsolved", "rate", "revoke", "confidential", "email"];

    private IDataProtector Sealing => Get<IDataProtectionProvider>().CreateProtector("MedtechBot.AskerLink.v1");

    [Fact]
    public async Task It_opens_its_own_ticket_and_no_other()
    {
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "キセキレイ ハクセキレイ");
        using var anybody = new Visitor(host, "anybody");
        var page = await anybody.GetAsync(PathOf(pair.Secret.Number));
        Assert.Equal(200, page.Status);
        Assert.Contains(pair.Secret.Word, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(pair.Open.Word, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(pair.Secret.InternalWord, page.Body, StringComparison.Ordinal);
        // It makes nobody the asker: neither their list nor their files nor the same ticket by its number.
        Assert.DoesNotContain(pair.Secret.Word, (await anybody.GetAsync("/consultations")).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await anybody.GetAsync($"/consultations/{pair.Secret.Number}")).Status);
        Assert.Equal(404, (await anybody.GetAsync("/v3/directline/attachments/" + pair.Secret.FileId)).Status);
    }

    [Fact]
    public async Task It_gives_the_files_of_its_own_thread_and_no_others()
    {
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "ミソサザイ カヤクグリ");
        var files = PathOf(pair.Secret.Number) + "/files/";
        using var anybody = new Visitor(host, "anybody");
        foreach (var own in new[] { pair.Secret.FileId, pair.Secret.DeskFileId })
        {
            var given = await anybody.GetAsync(files + own);
            Assert.Equal(200, given.Status);
            Assert.Contains(pair.Secret.Word, given.Body, StringComparison.Ordinal);
        }
        foreach (var other in new[] { pair.Open.FileId, pair.Open.DeskFileId, pair.Secret.HeldFileId, new string('0', 32), "..%2F..%2Fmedtechbot.db" })
        {
            Assert.Equal(404, (await anybody.GetAsync(files + other)).Status);
        }
        Assert.Equal(200, (await anybody.SendAsync("POST", PathOf(pair.Secret.Number) + "/revoke", Visitor.Form())).Status);
        Assert.Equal(404, (await anybody.GetAsync(files + pair.Secret.FileId)).Status);
        var old = Sealed($"{pair.Open.Number}|{(DateTimeOffset.UtcNow - AskerLinks.Lifetime).AddSeconds(-1).UtcTicks}");
        Assert.Equal(404, (await anybody.GetAsync($"{old}/files/{pair.Open.FileId}")).Status);
    }

    [Fact]
    public async Task Revoked_it_opens_and_does_nothing_and_the_other_tickets_link_goes_on()
    {
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "セグロセキレイ イワミセキレイ");
        var (open, secret) = (PathOf(pair.Open.Number), PathOf(pair.Secret.Number));
        using var anybody = new Visitor(host, "anybody");
        Assert.Equal(200, (await anybody.GetAsync(secret)).Status);
        Assert.Equal(200, (await anybody.SendAsync("POST", secret + "/revoke", Visitor.Form())).Status);
        await OpensNothingAsync(anybody, secret, pair);
        Assert.Equal(200, (await anybody.GetAsync(open)).Status);
        Assert.Equal(200, (await anybody.GetAsync(PathOf(pair.Secret.Number))).Status);
    }

    [Fact]
    public async Task After_ninety_days_it_opens_and_does_nothing()
    {
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "ビンズイ タヒバリ");
        using var anybody = new Visitor(host, "anybody");
        var now = DateTimeOffset.UtcNow;
        Assert.Equal(200, (await anybody.GetAsync(Sealed($"{pair.Open.Number}|{(now - AskerLinks.Lifetime).AddMinutes(10).UtcTicks}"))).Status);
        await OpensNothingAsync(anybody, Sealed($"{pair.Open.Number}|{(now - AskerLinks.Lifetime).AddSeconds(-1).UtcTicks}"), pair);
    }

    [Fact]
    public async Task Changed_made_up_or_sealed_for_something_else_it_opens_nothing()
    {
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "ヒバリ コヒバリ");
        var link = PathOf(pair.Open.Number);
        using var anybody = new Visitor(host, "anybody");
        foreach (var place in Enumerable.Range(3, link.Length - 3).Where(p => p % 17 == 0).Append(link.Length - 2))
        {
            await OpensNothingAsync(anybody, link[..place] + (link[place] == 'A' ? 'B' : 'A') + link[(place + 1)..], pair);
        }
        var ticks = DateTimeOffset.UtcNow.UtcTicks;
        string[] others =
        [
            link[..^10], link + link[3..], "/c/" + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{pair.Open.Number}|{ticks}")).Replace('/', '_'),
            "/c/" + Get<IDataProtectionProvider>().CreateProtector("MedtechBot.Asker.v1").Protect($"{pair.Open.Number}|{ticks}"),
            Sealed($"{pair.Open.Number}"), Sealed($"{pair.Open.Number}|x"), Sealed($"C-2026-9999999|{ticks}"), Sealed($"{pair.Open.Number}|{ticks}|x"),
        ];
        foreach (var other in others)
        {
            await OpensNothingAsync(anybody, other, pair);
        }
    }

    [Fact]
    public async Task Of_an_erased_asker_it_opens_nothing_and_neither_does_the_cookie()
    {
        var (asker, id) = await Sessions.AskerAsync(host);
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "モズ アカモズ", id);
        var link = PathOf(pair.Open.Number);
        using var anybody = new Visitor(host, "anybody");
        Assert.Equal(200, (await anybody.GetAsync(link)).Status);

        await Get<EraseAsker>().HandleAsync(id);

        await OpensNothingAsync(anybody, link, pair);
        await OpensNothingAsync(asker, $"/consultations/{pair.Open.Number}", pair);
        Assert.DoesNotContain(pair.Open.Word, (await asker.GetAsync("/consultations")).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await asker.GetAsync("/v3/directline/attachments/" + pair.Open.FileId)).Status);
        asker.Dispose();
    }

    private async Task OpensNothingAsync(Visitor visitor, string path, Pair pair)
    {
        var before = await StoredState.ReadAsync(host);
        List<Answer> answers = [await visitor.GetAsync(path)];
        foreach (var verb in Verbs)
        {
            answers.Add(await visitor.SendAsync("POST", $"{path}/{verb}", Visitor.Form(("message", Channels.RandomId.Next()), ("text", "x"), ("stars", "1"))));
        }
        Assert.All(answers, a => Assert.Equal(404, a.Status));
        Assert.All(answers, a => Assert.DoesNotContain(pair.Open.Word, a.Body, StringComparison.Ordinal));
        Assert.Equal(before, await StoredState.ReadAsync(host));
    }

    private string PathOf(TicketNumber number) => Get<AskerLinks>().Create(number).AbsolutePath;

    private string Sealed(string content) => "/c/" + Sealing.Protect(content);

    private T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();
}
