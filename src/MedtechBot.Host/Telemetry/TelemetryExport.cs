using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MedtechBot.Host.Telemetry;

/// <summary>Exports the product's own measurements and those of the web server while the host runs; what is left goes out when it stops.</summary>
internal sealed class TelemetryExport(IConfiguration configuration, IDbContextFactory<MedtechBotContext> database, TimeProvider time) : IHostedService, IDisposable
{
    private readonly Lock _lock = new();
    private TracerProvider? _traces;
    private MeterProvider? _metrics;
    private OutboxBacklog? _backlog;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("medtechbot", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString()).AddEnvironmentVariableDetector();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource(MedtechBot.Telemetry.Name).AddSource("Microsoft.AspNetCore")
            .AddProcessor(new TagsWithoutContent())
            .AddOtlpExporter(options => Address(options, "v1/traces"))
            .Build();
        _backlog = new OutboxBacklog(database, time);
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(MedtechBot.Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime")
            .AddOtlpExporter(options => Address(options, "v1/metrics"))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(Dispose, cancellationToken);

    public void Dispose()
    {
        // The host may dispose while it is still stopping, and must not be gone before everything is sent.
        lock (_lock)
        {
            _traces?.Dispose();
            _metrics?.Dispose();
            _backlog?.Dispose();
            (_traces, _metrics, _backlog) = (null, null, null);
        }
    }

    private void Address(OtlpExporterOptions options, string path)
    {
        if (TelemetrySetup.Endpoint(configuration) is { } endpoint)
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
            options.Endpoint = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/" + path);
        }
    }
}
