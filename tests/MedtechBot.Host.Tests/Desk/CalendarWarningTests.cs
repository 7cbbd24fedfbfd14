using System.Globalization;
using MedtechBot.Consultations;
using MedtechBot.Host.CommandLine;
using MedtechBot.Host.Desk;
using MedtechBot.Knowledge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MedtechBot.Host.Tests.Desk;

/// <summary>Promised days become estimates once the built-in holidays end; whoever runs the product hears of it half a year before.</summary>
public sealed class CalendarWarningTests(ProductHost host) : IClassFixture<ProductHost>
{
    private static readonly Clock HalfAYearBefore = new("2050-05-30T00:00:00Z");

    [Fact]
    public void The_lint_says_so_and_finds_nothing_broken()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(0, KnowledgeCommands.Lint(host.KnowledgeDirectory, output, HalfAYearBefore));
        Assert.Contains("end on 2050-11-23", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_says_so_when_the_product_starts()
    {
        var log = new KeptLog();
        var rules = new DeskRulesInUse(host.KnowledgeDirectory, HalfAYearBefore);
        var watch = new DeskRulesWatch(host.Services.GetRequiredService<Task<KnowledgeIndex>>(), rules, log);
        await watch.StartAsync(default);
        await watch.StopAsync(default);

        var (level, line) = Assert.Single(log.Lines, l => l.Line.Contains("holidays", StringComparison.Ordinal));
        Assert.Equal(LogLevel.Warning, level);
        Assert.Contains("2050-11-23", line, StringComparison.Ordinal);
    }

    private sealed class Clock(string utc) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);
    }

    private sealed class KeptLog : ILogger<DeskRulesWatch>
    {
        public List<(LogLevel Level, string Line)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((logLevel, formatter(state, exception)));
    }
}
