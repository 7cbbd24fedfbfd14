using System.CommandLine;
using MedtechBot.Host.Desk;
using MedtechBot.Host.People;
using MedtechBot.Host.Settings;
using MedtechBot.Host.Storage;
using MedtechBot.People;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>desk link</c>: prints another sign-in link for the desk, from a process of its own over the same data directory.</summary>
internal static class DeskCommands
{
    public static Command Build()
    {
        var link = new Command("link", "Print a sign-in link for the desk: valid for 15 minutes, for one person.");
        link.SetAction((_, cancellation) => PrintLinkAsync(cancellation));
        return new Command("desk", "The coordinators' desk.") { link };
    }

    private static async Task<int> PrintLinkAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        try
        {
            SettingsCheck.Check(builder.Configuration);
            builder.AddStorage();
            builder.AddPeople();
            builder.AddDesk();
            await using var app = builder.Build();
            await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancellation);
            var token = await app.Services.GetRequiredService<DeskLinks>().CreateAsync(cancellation: cancellation);
            await Console.Out.WriteLineAsync(app.Services.GetRequiredService<DeskAddress>().SignInLink(token));
            return 0;
        }
        catch (SettingException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
    }
}
