using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;

namespace MedtechBot.Host.Tests;

/// <summary>
/// The product as people run it, over a real socket on this machine, with a data directory and a small knowledge base of its own.
/// Use it as a class fixture, or make one where a test needs settings or a restart.
/// </summary>
public class ProductHost : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medtechbot-");
    private Factory _factory;

    public ProductHost()
    {
        SmallKnowledge.Write(KnowledgeDirectory, KnowledgeValidUntil);
        _factory = Start();
    }

    /// <summary>Settings by name; change before the host is first used.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    /// <summary>The last day that the small knowledge speaks for, YYYY-MM-DD.</summary>
    protected virtual string? KnowledgeValidUntil => null;

    /// <summary>Holds both directories, so that a command can be run over them.</summary>
    public string Folder => _folder.FullName;

    public string DataDirectory => Path.Combine(_folder.FullName, "data");

    public string KnowledgeDirectory => Path.Combine(_folder.FullName, "knowledge");

    public Uri Address => _factory.ClientOptions.BaseAddress;

    public IServiceProvider Services => _factory.Services;

    /// <summary>A client as another person's browser: its own cookies, redirects not followed.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = Address };

    /// <summary>Stops the product and starts it again over the same data.</summary>
    public async Task RestartAsync()
    {
        await _factory.DisposeAsync();
        _factory = Start();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _factory.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private Factory Start()
    {
        var factory = new Factory(this);
        factory.UseKestrel(0);
        factory.StartServer();
        return factory;
    }

    private sealed class Factory(ProductHost host) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            // As people run it: no developer pages that would hide what they are shown when something fails.
            builder.UseEnvironment("Production");
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.UseSetting("MedtechBot:DataDirectory", host.DataDirectory);
            builder.UseSetting("MedtechBot:KnowledgeDirectory", host.KnowledgeDirectory);
            foreach (var (name, value) in host.Settings)
            {
                builder.UseSetting(name, value);
            }
        }
    }
}
