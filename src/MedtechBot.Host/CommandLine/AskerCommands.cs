using System.CommandLine;
using MedtechBot.AskerData;
using MedtechBot.Retention;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>asker export</c> and <c>asker erase</c>: what an asker has a right to, when they ask the operator for it.</summary>
internal static class AskerCommands
{
    public static Command Build()
    {
        var reference = new Argument<string>("reference") { Description = "The number of one of their tickets, or the id of one of their conversations." };
        var file = new Argument<FileInfo>("file") { Description = "The ZIP to write." };
        var export = new Command("export", "Write everything kept about an asker into a ZIP.") { reference, file };
        export.SetAction((result, cancellation) => WithAskerAsync(result.GetRequiredValue(reference),
            (services, asker) => ExportAsync(services, asker, result.GetRequiredValue(file), cancellation), cancellation));
        var erase = new Command("erase", "Erase everything kept about an asker; open tickets are withdrawn, and of tickets number, dates, topic and outcome stay.") { reference };
        erase.SetAction((result, cancellation) => WithAskerAsync(result.GetRequiredValue(reference),
            (services, asker) => EraseAsync(services, asker, cancellation), cancellation));
        return new Command("asker", "What is kept about one asker.") { export, erase };
    }

    private static Task<int> WithAskerAsync(string reference, Func<IServiceProvider, string, Task<int>> work, CancellationToken cancellation) =>
        StoredDataCommand.RunAsync(async services => await services.GetRequiredService<FindAsker>().HandleAsync(reference, cancellation) is { } asker
            ? await work(services, asker)
            : await StoredDataCommand.RefuseAsync($"There is no ticket and no conversation {reference}."), cancellation);

    private static async Task<int> ExportAsync(IServiceProvider services, string asker, FileInfo file, CancellationToken cancellation)
    {
        var kept = await services.GetRequiredService<ExportAsker>().HandleAsync(asker, cancellation);
        try
        {
            await using var target = new FileStream(file.FullName, FileMode.CreateNew, FileAccess.Write);
            await AskerArchive.WriteAsync(target, kept, services.GetRequiredService<UploadFolder>(), cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return await StoredDataCommand.RefuseAsync($"{file} cannot be written, or exists already; name another file.");
        }
        await Console.Out.WriteLineAsync(file.FullName);
        return 0;
    }

    private static async Task<int> EraseAsync(IServiceProvider services, string asker, CancellationToken cancellation)
    {
        var erasure = await services.GetRequiredService<EraseAsker>().HandleAsync(asker, cancellation);
        await Console.Out.WriteLineAsync($"conversations\t{erasure.Conversations}\ntickets\t{erasure.Tickets}");
        return 0;
    }
}
