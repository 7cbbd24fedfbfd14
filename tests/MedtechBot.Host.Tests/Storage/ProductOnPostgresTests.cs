using System.Net;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;

namespace MedtechBot.Host.Tests.Storage;

/// <summary>The product as people use it, with its database on a server.</summary>
public sealed class ProductOnPostgresTests : IAsyncLifetime
{
    private readonly DatabaseAddress _address = PostgresServer.Current.NewDatabase();
    private readonly ProductHost _host;

    public ProductOnPostgresTests() => _host = new OverPostgres(_address);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
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

    private sealed class OverPostgres(DatabaseAddress address) : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings { get; } =
            new Dictionary<string, string> { ["ConnectionStrings:MedtechBot"] = address.ConnectionString };
    }
}
