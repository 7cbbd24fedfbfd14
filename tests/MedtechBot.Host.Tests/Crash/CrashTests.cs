using System.Diagnostics;
using System.Globalization;
using MedtechBot.Channels;
using MedtechBot.Host.Tests.CommandLine;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>
/// The real process is killed at random moments while people open consultations, write and reply, and while messages leave. Nothing that
/// was acknowledged may be missing or there twice. MEDTECHBOT_CRASH_CONSULTATIONS=400 makes it long and keeps the figures.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    private const string Sender = "desk@bot.example.jp";
    private const string AsOftenAsLiked = "1000000";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medtechbot-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [SkippableFact]
    public Task Killed_again_and_again_over_SQLite_nothing_acknowledged_is_lost_or_doubled() =>
        RunAsync("SQLite", DatabaseAddress.OfFile(Path.Combine(_folder.FullName, "data", "medtechbot.db")), hosts: 1);

    [SkippableFact]
    public Task Killed_again_and_again_over_PostgreSQL_nothing_acknowledged_is_lost_or_doubled() => RunOnServerAsync("PostgreSQL", hosts: 1);

    [SkippableFact]
    public Task Two_hosts_over_one_PostgreSQL_killed_again_and_again_lose_and_double_nothing() => RunOnServerAsync("PostgreSQL, two hosts", hosts: 2);

    private async Task RunOnServerAsync(string name, int hosts)
    {
        var address = PostgresServer.Current.NewDatabase();
        try
        {
            await RunAsync(name, address, hosts);
        }
        finally
        {
            PostgresServer.Current.Drop(address);
        }
    }

    private async Task RunAsync(string name, DatabaseAddress address, int hosts)
    {
        var plan = CrashPlan.Read();
        output.WriteLine($"{plan}");
        SmallKnowledge.Write(Path.Combine(_folder.FullName, "knowledge"));
        await using var mail = await MailReceiver.StartAsync();
        await using var hooks = new HookReceiver();
        var settings = Settings(address, mail.Port, await hooks.StartAsync());
        using var fire = new HostsUnderFire([.. Enumerable.Range(0, hosts).Select(_ => new HostToKill(_folder.FullName, settings))], plan);
        try
        {
            await fire.StartAsync();
            using var work = new CrashWork(fire, await MakeKeyAsync(settings), plan.Consultations);
            var began = Stopwatch.GetTimestamp();
            var working = work.RunAsync();
            await Task.WhenAll(working, fire.FireAsync(working, plan.Consultations * CrashWork.AnswersEach));
            var database = new Database(address);
            await DeliveryVerdict.WaitUntilAllLeftAsync(database);
            var took = Stopwatch.GetElapsedTime(began);
            var tickets = await StoreVerdict.CheckAsync(database, work);
            var report = new CrashReport(
                name, plan, fire, took, await CountInConversationsAsync(database),
                await DeliveryVerdict.CheckMailAsync(database, tickets, mail.Received, Sender),
                await DeliveryVerdict.CheckHooksAsync(database, tickets, hooks.Received));
            output.WriteLine(report.ToString());
            report.Keep();
        }
        finally
        {
            output.WriteLine(string.Join('\n', fire.Log));
        }
    }

    private Dictionary<string, string> Settings(DatabaseAddress address, int mailPort, string hook) => new()
    {
        ["MedtechBot__DataDirectory"] = Path.Combine(_folder.FullName, "data"),
        ["MedtechBot__KnowledgeDirectory"] = Path.Combine(_folder.FullName, "knowledge"),
        ["ConnectionStrings__MedtechBot"] = address.ConnectionString,
        ["MedtechBot__PublicUrl"] = "https://bot.example.jp",
        ["MedtechBot__Mail__Host"] = "127.0.0.1",
        ["MedtechBot__Mail__Port"] = mailPort.ToString(CultureInfo.InvariantCulture),
        ["MedtechBot__Mail__From"] = Sender,
        ["MedtechBot__Mail__StartTls"] = "false",
        ["MedtechBot__Webhooks__0__Url"] = hook,
        ["MedtechBot__Webhooks__0__Secret"] = HookReceiver.Secret,
        // All of them come from one address here.
        ["MedtechBot__DirectLine__TokensPerMinute"] = AsOftenAsLiked,
        ["MedtechBot__DirectLine__ActivitiesPerMinute"] = AsOftenAsLiked,
        ["MedtechBot__Limits__TurnsPerMinute"] = AsOftenAsLiked,
        ["MedtechBot__Limits__TicketsPerHour"] = AsOftenAsLiked,
        ["MedtechBot__Limits__ApiPerMinute"] = AsOftenAsLiked,
        ["Logging__Console__FormatterName"] = "simple",
        ["Logging__Console__FormatterOptions__SingleLine"] = "true",
    };

    private async Task<string> MakeKeyAsync(Dictionary<string, string> settings)
    {
        var (code, key, errors) = await ProductCommand.RunAsync(_folder.FullName, ["desk", "key", "add", "--name", "crash", "--role", "coordinator"], settings);
        Assert.True(code == 0, errors);
        return key.TrimEnd().Split('\n')[^1].Split(' ')[^1];
    }

    private static async Task<int> CountInConversationsAsync(Database database)
    {
        await using var context = database.CreateDbContext();
        return await context.Set<ActivityRow>().CountAsync(a => a.Kind != Speaker.User);
    }
}
