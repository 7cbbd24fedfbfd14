using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MedtechBot.Host.Tests.Pages;

public sealed class ErrorPagesTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task What_a_client_sent_wrongly_is_refused_and_not_logged_as_a_failure()
    {
        using var log = new Errors();
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var client = host.NewClient();

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsJsonAsync("/ask", new { q = "秘密の質問" })).StatusCode);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/ask") { Content = new FormUrlEncodedContent([new("q", "x")]) };
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(foreign)).StatusCode);

        Assert.Empty(log.Lines);
    }

    private sealed class Errors : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Lines.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
