using System.Net;
using MedtechBot.Knowledge;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Settings;

/// <summary>What a supervisor sees. Each test breaks a product of its own.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private readonly ProductHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_product_that_can_answer_is_healthy_and_the_word_is_kept_nowhere()
    {
        using var client = _host.NewClient();
        using var answer = await client.GetAsync("/health");
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/health"));

        Assert.Equal((HttpStatusCode.OK, "ok"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Fact]
    public async Task Without_anything_to_answer_from_it_is_not_healthy_until_there_is_again()
    {
        var index = _host.Services.GetRequiredService<KnowledgeIndex>();
        Directory.Delete(Path.Combine(_host.KnowledgeDirectory, "guidebooks"), recursive: true);
        index.Reload();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "knowledge: nothing to answer from"), await CheckAsync());

        SmallKnowledge.Write(_host.KnowledgeDirectory);
        index.Reload();
        Assert.Equal((HttpStatusCode.OK, "ok"), await CheckAsync());
    }

    [Fact]
    public async Task With_a_database_that_cannot_be_read_it_is_not_healthy_and_tells_nothing_else()
    {
        await using var context = await _host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        await context.Database.ExecuteSqlRawAsync("ALTER TABLE conversations RENAME TO elsewhere");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "database: cannot be read"), await CheckAsync());

        await context.Database.ExecuteSqlRawAsync("ALTER TABLE elsewhere RENAME TO conversations");
        Assert.Equal((HttpStatusCode.OK, "ok"), await CheckAsync());
    }

    private async Task<(HttpStatusCode, string)> CheckAsync()
    {
        using var client = _host.NewClient();
        using var answer = await client.GetAsync("/health");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
