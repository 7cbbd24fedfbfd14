using System.Runtime.CompilerServices;
using MedtechBot.Host.Settings;

namespace MedtechBot.Host.Telemetry;

/// <summary>Metrics and traces by OTLP, when <c>MedtechBot:Telemetry:Endpoint</c> or the usual <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to.</summary>
public static class TelemetrySetup
{
    internal const string Setting = "MedtechBot:Telemetry:Endpoint";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (Endpoint(builder.Configuration) is not null || !string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            AddExport(builder.Services);
        }
    }

    /// <summary>Where the product's own setting says; null leaves it to OpenTelemetry's own settings.</summary>
    /// <exception cref="SettingException">It is no web address.</exception>
    internal static Uri? Endpoint(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } text)
        {
            return null;
        }
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new SettingException(Setting, text, "http:// か https:// で始まるアドレスを指定してください。", "Give an absolute address, for example http://localhost:4318.");
    }

    // Apart, so that nothing of OpenTelemetry is even loaded when nothing is exported.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddExport(IServiceCollection services) =>
        services.AddHostedService<TelemetryExport>().AddTransient<IStartupFilter, RoutesOfSpans>();
}
