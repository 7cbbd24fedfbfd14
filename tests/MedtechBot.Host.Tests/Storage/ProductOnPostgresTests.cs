using System.Net;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Storage;

/// <summary>The product as people use it, with its database on a server: two hosts share it.</summary>
public sealed class ProductOnPostgresTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DatabaseAddress _address = PostgresServer.Current.NewDatabase();
    private readonly OverPostgres _host;
    private readonly OverPostgres _other;

    public ProductOnPostgresTests() => (_host, _other) = (new OverPostgres(_address), new OverPostgres(_address));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _other.DisposeAsync();
        PostgresServer.Current.Drop(_address);
    }

    [SkippableFact]
    public async Task It_is_healthy_until_the_database_is_gone_and_keeps_none_of_its_own()
    {
        using var client = _host.NewClient();
        Assert.Equal("ok", await client.GetStringAsync("/health"));
        Assert.False(File.Exists(Path.Combine(_host.DataDirectory, "medtechbot.db")));

        PostgresServer.Current.Drop(_address);

        using var answer = await client.GetAsync("/health");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "database: cannot be read"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [SkippableFact]
    public async Task What_a_coordinator_answers_at_one_host_reaches_the_asker_at_the_other_once()
    {
        var (number, conversation) = await DeskClient.OpenTicketAsync(_host);
        using var sato = await DeskClient.SignedInAsync(_other, "佐藤");
        var ticket = "/desk/tickets/" + number;
        await sato.SendFormAsync(ticket, ticket + "/take");
        Assert.Equal(HttpStatusCode.SeeOther, (await sato.SendFormAsync(ticket, ticket + "/reply", ("text", "薬務課にご相談ください。"))).Status);

        using var deadline = new CancellationTokenSource(Patience);
        await using var asker = Conversations(_host).FollowAsync(conversation, -1, deadline.Token).GetAsyncEnumerator();

        Assert.True(await asker.MoveNextAsync());
        Assert.Contains("薬務課にご相談ください。", Assert.Single(asker.Current).Outgoing!.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_same_form_sent_to_both_hosts_at_once_opens_one_ticket()
    {
        var conversation = await Conversations(_host).CreateAsync(RandomId.Next(), ChannelNames.DirectLine, Language.Japanese);
        var request = new OpenTicketRequest(conversation.Id, RandomId.Next(), new IntakeForm { Summary = "相談です", Email = "asker@example.jp" }, Language.Japanese);

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(() =>
            (n % 2 == 0 ? _host : _other).Services.GetRequiredService<OpenTicket>().HandleAsync(request))));

        var number = Assert.Single(results.Select(r => r.Number?.Value).Distinct());
        await using var context = new Database(_address).CreateDbContext();
        Assert.Equal(number, Assert.Single(await context.Set<TicketRow>().ToListAsync()).Number);
    }

    private static Conversations Conversations(ProductHost host) => host.Services.GetRequiredService<Conversations>();

    private sealed class OverPostgres(DatabaseAddress address) : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings { get; } =
            new Dictionary<string, string> { ["ConnectionStrings:MedtechBot"] = address.ConnectionString };
    }
}
