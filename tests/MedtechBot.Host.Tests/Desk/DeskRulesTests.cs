using System.Diagnostics;
using MedtechBot.Consultations;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Desk;

public class DeskRulesTests(ProductHost host) : IClassFixture<ProductHost>
{
    private static readonly DateOnly Day = new(2027, 6, 1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_running_host_reads_changed_closing_days_and_keeps_the_last_good_ones()
    {
        var rules = host.Services.GetRequiredService<Func<DeskRules>>();
        Assert.True(rules().Calendar.IsOpen(Day));

        Write("closed:\n  - {day: 2027-06-01, because: 創立記念日}\n");
        await UntilAsync(() => !rules().Calendar.IsOpen(Day));

        Write("closed:\n  - {day: soon, because: 創立記念日}\n");
        await UntilAsync(() => host.Services.GetRequiredService<DeskRulesInUse>().LastProblems.Count == 1);
        Assert.False(rules().Calendar.IsOpen(Day));

        Write("closed: []\n");
        await UntilAsync(() => rules().Calendar.IsOpen(Day));
    }

    private void Write(string yaml)
    {
        var folder = Directory.CreateDirectory(Path.Combine(host.KnowledgeDirectory, "desk"));
        File.WriteAllText(Path.Combine(folder.FullName, "closing-days.yaml"), yaml);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var waited = Stopwatch.StartNew(); !holds(); await Task.Delay(50))
        {
            Assert.True(waited.Elapsed < Patience, "The host did not read the change.");
        }
    }
}
