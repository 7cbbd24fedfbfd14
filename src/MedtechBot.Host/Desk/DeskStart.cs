using MedtechBot.People;
using Microsoft.AspNetCore.Hosting.Server;

namespace MedtechBot.Host.Desk;

/// <summary>Prints a sign-in link once the server listens: on the console, never through the logger, where links would be kept.</summary>
internal sealed class DeskStart(DeskLinks links, DeskAddress address, IServer server) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        address.Note(server);
        var link = address.SignInLink(await links.CreateAsync(cancellation: cancellationToken));
        await Console.Out.WriteLineAsync($"相談デスク / desk (15分・1回限り / 15 minutes, once): {link}");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
