using System.Net;
using System.Net.Sockets;
using MedtechBot.Host.Tests.CommandLine;

namespace MedtechBot.Host.Tests.Settings;

/// <summary>The process as people start it: what cannot work is one line and exit code 2.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("medtechbot-").FullName;

    public StartTests() => SmallKnowledge.Write(Path.Combine(_folder, "knowledge"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_taken_port_is_one_clear_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (code, error) = await StartAsync("--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal(2, code);
        Assert.Contains("--urls", Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_cannot_be_used_is_one_clear_line()
    {
        var (code, error) = await StartAsync("--MedtechBot:KnowledgeDirectory", Path.Combine(_folder, "nowhere"));

        Assert.Equal(2, code);
        Assert.StartsWith("MedtechBot:KnowledgeDirectory", Assert.Single(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=me;Password=geheim;Timeout=5")]
    [InlineData("postgresql://me:geheim@127.0.0.1:1/bot")]
    [InlineData("Data Source=/nowhere/at/all.db;Password=geheim")]
    [InlineData("Password=geheim")]
    public async Task A_database_that_cannot_be_used_is_one_clear_line_without_its_password(string database)
    {
        var (code, error) = await StartAsync("--ConnectionStrings:MedtechBot", database);

        Assert.Equal(2, code);
        Assert.StartsWith("ConnectionStrings:MedtechBot", Assert.Single(error), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error[0], StringComparison.Ordinal);
    }

    private async Task<(int Code, string[] Error)> StartAsync(params string[] arguments)
    {
        var (code, _, errors) = await ProductCommand.RunAsync(_folder, arguments);
        return (code, errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
