using MedtechBot.Channels;
using MedtechBot.Host.DirectLine;
using MedtechBot.People;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Access;

/// <summary>Nobody sees a ticket that is not theirs: every address of the running product, asked for by every kind of visitor.</summary>
public sealed class AccessMatrixTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public void Every_address_of_the_product_stands_in_the_table()
    {
        var mapped = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(e =>
            (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Where(m => m != "HEAD").Select(m => $"{m} /{e.RoutePattern.RawText!.Trim('/')}"));

        Assert.Equal(mapped.Distinct().Order(StringComparer.Ordinal), AccessTable.All.Select(r => $"{r.Method} {r.Route}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task At_the_desk_by_session()
    {
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "カワセミ ホトトギス");
        var holder = await Scene.SignedInAsync(host, "担当", Role.Coordinator);
        List<(int Column, Visitor Visitor)> visitors =
        [
            .. (await StrangersAsync()).Select(v => (0, v)), (0, (await Sessions.AskerAsync(host)).Asker), (0, await Scene.WithKeyAsync(host, "鍵の管理者", Role.Admin)),
            (1, await Scene.SignedInAsync(host, "専門家", Role.Expert)), (1, await Sessions.LoweredAsync(host)),
            (2, await Scene.SignedInAsync(host, "共有の専門家", Role.Expert)), (3, await Scene.SignedInAsync(host, "別の担当", Role.Coordinator)),
            (4, holder), (5, await Scene.SignedInAsync(host, "管理者", Role.Admin)),
        ];
        Dictionary<string, string> values = new()
        {
            ["person"] = (await host.Services.GetRequiredService<Accounts>().FindForSignInAsync("専門家"))!.Id,
            ["invitation"] = await Sessions.InviteAsync(host),
            ["guess"] = new string('0', 64),
        };
        await host.Services.GetRequiredService<ApiKeys>().AddAsync(null, "鍵の専門家", Role.Expert);
        await new AccessCheck(host, pair, values).RunAsync(AccessTable.Rows(AccessTable.Desk), visitors);
    }

    [Fact]
    public async Task By_the_api_with_a_key()
    {
        var pair = await Pair.MakeAsync(host, "API: 担当の鍵", "API: 共有の鍵", "キビタキ オオルリ");
        var revoked = await Scene.WithKeyAsync(host, "取り消した鍵", Role.Admin);
        await host.Services.GetRequiredService<ApiKeys>().RevokeAsync(null, "取り消した鍵");
        List<(int Column, Visitor Visitor)> visitors =
        [
            .. (await StrangersAsync()).Select(v => (0, v)), (0, await Scene.SignedInAsync(host, "管理者", Role.Admin)),
            (0, (await Sessions.AskerAsync(host)).Asker), (0, revoked), (0, new Visitor(host, "made-up key", ApiKeys.Mark + new string('0', 64))), (0, TokenOf(pair.Open)),
            (1, await Scene.WithKeyAsync(host, "他の鍵", Role.Expert)), (2, await Scene.WithKeyAsync(host, "共有の鍵", Role.Expert)),
            (3, await Scene.WithKeyAsync(host, "別の鍵", Role.Coordinator)), (4, await Scene.WithKeyAsync(host, "担当の鍵", Role.Coordinator)),
            (5, await Scene.WithKeyAsync(host, "管理の鍵", Role.Admin)),
        ];
        await new AccessCheck(host, pair, []).RunAsync(AccessTable.Rows(AccessTable.Api), visitors);
    }

    [Fact]
    public async Task On_the_askers_pages_by_cookie()
    {
        var (asker, id) = await Sessions.AskerAsync(host);
        var (other, otherId) = await Sessions.AskerAsync(host);
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "ルリビタキ ジョウビタキ", id);
        await Pair.MakeAsync(host, "担当", "共有の専門家", "ヤマセミ アカショウビン", otherId);
        List<(int Column, Visitor Visitor)> visitors =
        [
            .. (await StrangersAsync()).Select(v => (0, v)), (0, await Scene.SignedInAsync(host, "管理者", Role.Admin)),
            (1, asker), (2, other),
        ];
        await new AccessCheck(host, pair, []).RunAsync(AccessTable.Rows(AccessTable.Askers), visitors);
    }

    [Fact]
    public async Task In_the_chat_by_token()
    {
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "シジュウカラ ヤマガラ");
        var other = await Pair.MakeAsync(host, "担当", "共有の専門家", "コゲラ アカゲラ");
        foreach (var ticket in new[] { pair.Open, pair.Secret })
        {
            List<(int Column, Visitor Visitor)> visitors =
            [
                .. (await StrangersAsync()).Select(v => (0, v)), (0, (await Sessions.AskerAsync(host)).Asker), (1, await Scene.WithKeyAsync(host, "鍵 " + RandomId.Next()[..8], Role.Admin)),
                (2, TokenOf(other.Open)), (2, TokenOf(ticket == pair.Open ? pair.Secret : pair.Open)), (3, TokenOf(ticket)),
            ];
            await new AccessCheck(host, pair with { Open = ticket, Secret = ticket }, []).RunAsync(AccessTable.Rows(AccessTable.DirectLine), visitors);
        }
    }

    [Fact]
    public async Task What_is_open_to_all_says_nothing_of_tickets()
    {
        var pair = await Pair.MakeAsync(host, "担当", "共有の専門家", "ツグミ シロハラ");
        List<(int Column, Visitor Visitor)> visitors = [.. (await StrangersAsync()).Select(v => (0, v)), (0, await Scene.SignedInAsync(host, "管理者", Role.Admin))];
        await new AccessCheck(host, pair, []).RunAsync(AccessTable.Rows(AccessTable.Open), visitors);
    }

    private Visitor TokenOf(Marked ticket) =>
        new(host, "token of " + ticket.Word, host.Services.GetRequiredService<DirectLineTokens>().Issue(new Admission(ticket.ConversationId, ticket.AskerId)));

    // Whoever has no right to be anywhere, each in another way.
    private async Task<IEnumerable<Visitor>> StrangersAsync() =>
    [
        new Visitor(host, "nobody"), await Sessions.SignedOutAsync(host), await Sessions.ExpiredAsync(host), await Sessions.DisabledAsync(host),
    ];
}
