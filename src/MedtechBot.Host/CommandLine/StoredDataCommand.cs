using MedtechBot.Host.Deliveries;
using MedtechBot.Host.Desk;
using MedtechBot.Host.Knowledge;
using MedtechBot.Host.Learning;
using MedtechBot.Host.Retention;
using MedtechBot.Host.Settings;
using MedtechBot.Host.Storage;
using MedtechBot.Host.Turns;
using MedtechBot.People;

namespace MedtechBot.Host.CommandLine;

/// <summary>What verbs need that work on the stored conversations and tickets, beside a running server or without one.</summary>
internal static class StoredDataCommand
{
    public static async Task<int> RunAsync(Func<IServiceProvider, Task<int>> work, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        try
        {
            SettingsCheck.Check(builder.Configuration);
            builder.AddStorage();
            builder.AddTurns();
            builder.AddKnowledge();
            builder.AddDeliveries();
            builder.AddDeskRules();
            builder.AddConsultations();
            builder.AddLearning();
            builder.AddRetention();
            builder.Services.AddSingleton<AuditLog>();
            await using var app = builder.Build();
            await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancellation);
            return await work(app.Services);
        }
        catch (SettingException refused)
        {
            return await RefuseAsync(refused.Message);
        }
    }

    public static async Task<int> RefuseAsync(string line)
    {
        await Console.Error.WriteLineAsync(line);
        return 2;
    }
}
