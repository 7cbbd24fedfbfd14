using MedtechBot.AskerData;
using MedtechBot.Deliveries;
using MedtechBot.Host.Storage;
using MedtechBot.Retention;
using MedtechBot.Teams.Coordinators;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MedtechBot.Host.Retention;

/// <summary>How long things are kept, and what askers may have handed out or erased.</summary>
public static class RetentionSetup
{
    public static WebApplicationBuilder AddRetention(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<RetentionOptions>().BindConfiguration("MedtechBot:Retention").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new UploadFolder(provider.GetRequiredService<HostPaths>().DataFolder("uploads")));
        services.TryAddSingleton<Outbox>();
        services.AddSingleton<TicketGone>(ChannelCards.OfGoneAsync);
        services.AddSingleton<RemoveConversation>();
        services.AddSingleton<DeleteExpired>();
        services.AddSingleton<FindAsker>();
        services.AddSingleton<ExportAsker>();
        services.AddSingleton<EraseAsker>();
        services.AddSingleton<KeepTopicsAsCodes>();
        services.AddHostedService<TopicsStart>();
        services.AddHostedService<DailyDeletion>();
        return builder;
    }

    // Before the server takes requests, and behind the database's own start.
    private sealed class TopicsStart(KeepTopicsAsCodes topics) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => topics.RunAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
