using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace MedtechBot.Host.Settings;

/// <summary>Settings, the default address, and a start that fails with one clear line.</summary>
public static class SettingsSetup
{
    public const int RefusedExitCode = 2;

    public const string DefaultAddress = "http://localhost:3978";

    /// <summary>Goes before whatever opens files; false when a setting cannot be used, which has then been said.</summary>
    public static bool TryAddSettings(this WebApplicationBuilder builder)
    {
        try
        {
            SettingsCheck.Check(builder.Configuration);
        }
        catch (SettingException error)
        {
            Refuse(error.Message);
            return false;
        }
        builder.AddSettings();
        return true;
    }

    private static void AddSettings(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.Configure<MedtechBotOptions>(configuration.GetSection(MedtechBotOptions.Section));
        string[] addressSettings = ["urls", "http_ports", "https_ports"];
        if (addressSettings.All(s => string.IsNullOrWhiteSpace(configuration[s])) && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }
        // A start that fails is explained in one line; the stack traces of host and server would bury it.
        var phase = new StartPhase();
        builder.Services.AddSingleton(phase);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => phase.Started && level >= LogLevel.Information);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => phase.Started && level >= LogLevel.Warning);
    }

    /// <summary>Serves until stopped. Returns the exit code: 0, or 2 when a setting or address cannot be used.</summary>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (SettingException error)
        {
            // What was read while starting, for example the knowledge base.
            return Refuse(error.Message);
        }
        catch (OptionsValidationException error)
        {
            return Refuse(string.Join(' ', error.Failures));
        }
        catch (InvalidOperationException error) when (error.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal))
        {
            return Refuse(error.Message);
        }
        catch (Exception error) when (Find<AddressInUseException>(error) || Find<SocketException>(error) || error is FormatException)
        {
            var address = app.Configuration["urls"];
            return Refuse(Find<AddressInUseException>(error)
                ? $"{address} は使用中です。--urls で別のアドレスを指定してください。 / The address is in use. Choose another with --urls, for example --urls http://localhost:3979."
                : $"{address} では待ち受けられません。--urls で別のアドレスを指定してください。 / Cannot listen there. Choose another address with --urls, for example --urls http://localhost:3979.");
        }
        app.Services.GetRequiredService<StartPhase>().Started = true;
        await app.WaitForShutdownAsync();
        await app.DisposeAsync();
        return 0;
    }

    private static int Refuse(string line)
    {
        Console.Error.WriteLine(line);
        return RefusedExitCode;
    }

    private static bool Find<T>(Exception? error) where T : Exception =>
        error is T || (error is not null && Find<T>(error.InnerException));

    private sealed class StartPhase
    {
        public volatile bool Started;
    }
}
