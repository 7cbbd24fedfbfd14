using System.CommandLine;
using System.Globalization;
using MedtechBot.AskerData;
using MedtechBot.People;
using MedtechBot.Retention;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>asker find</c>, <c>export</c>, <c>erase</c> and <c>revoke-links</c>: what an asker has a right to, when they ask the operator for it.</summary>
internal static class AskerCommands
{
    public static Command Build()
    {
        var reference = new Argument<string>("reference") { Description = "The number of one of their tickets, the id of one of their conversations, or the e-mail address they left." };
        var file = new Argument<FileInfo>("file") { Description = "The ZIP to write." };
        var sure = new Option<bool>("--yes") { Description = "For an e-mail address: what it leads to was looked at, and is theirs." };
        var find = new Command("find", "List the conversations and tickets of whoever that is.") { reference };
        find.SetAction((result, cancellation) => StoredDataCommand.RunAsync(services => FindAsync(services, result.GetRequiredValue(reference), cancellation), cancellation));
        var export = new Command("export", "Write everything kept about an asker into a ZIP.") { reference, file };
        export.SetAction((result, cancellation) => WithAskerAsync(result.GetRequiredValue(reference),
            (services, asker) => ExportAsync(services, asker, result.GetRequiredValue(file), cancellation), cancellation));
        var erase = new Command("erase", "Erase everything kept about an asker; open tickets are withdrawn, and of tickets number, dates, topic and outcome stay.") { reference, sure };
        erase.SetAction((result, cancellation) => WithAskerAsync(result.GetRequiredValue(reference), async (services, asker) =>
            FindAsker.IsAddress(result.GetRequiredValue(reference)) && !result.GetValue(sure)
                ? await ListAndRefuseAsync([asker], "Anybody may have typed that address. If these are theirs, erase them with --yes.")
                : await EraseAsync(services, asker, cancellation), cancellation));
        return new Command("asker", "What is kept about one asker.") { find, export, erase, AskerLinksCommand.Build() };
    }

    private static Task<int> WithAskerAsync(string reference, Func<IServiceProvider, FoundAsker, Task<int>> work, CancellationToken cancellation) =>
        StoredDataCommand.RunAsync(async services => await services.GetRequiredService<FindAsker>().HandleAsync(reference, cancellation) switch
        {
            [] => await NothingAsync(reference),
            [var asker] => await work(services, asker),
            var several => await ListAndRefuseAsync(several, "That leads to several askers; name one by a ticket or a conversation."),
        }, cancellation);

    private static async Task<int> FindAsync(IServiceProvider services, string reference, CancellationToken cancellation)
    {
        var found = await services.GetRequiredService<FindAsker>().HandleAsync(reference, cancellation);
        await NoteAsync(services, found, AuditActions.FoundAsker);
        await ListAsync(found);
        return found.Count > 0 ? 0 : await NothingAsync(reference);
    }

    private static Task<int> NothingAsync(string reference) => StoredDataCommand.RefuseAsync($"Nothing is kept of {reference}.");

    private static async Task<int> ListAndRefuseAsync(IReadOnlyList<FoundAsker> found, string reason)
    {
        await ListAsync(found);
        return await StoredDataCommand.RefuseAsync(reason);
    }

    // One line a conversation; the number in front tells askers apart.
    private static async Task ListAsync(IReadOnlyList<FoundAsker> found)
    {
        foreach (var (asker, number) in found.Select((a, i) => (a, i + 1)))
        {
            foreach (var conversation in asker.Conversations)
            {
                var day = conversation.StartedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
                await Console.Out.WriteLineAsync(string.Join('\t', number, day, conversation.Channel, conversation.Id, string.Join(' ', conversation.Tickets)).TrimEnd());
            }
        }
    }

    private static async Task<int> ExportAsync(IServiceProvider services, FoundAsker asker, FileInfo file, CancellationToken cancellation)
    {
        var kept = await services.GetRequiredService<ExportAsker>().HandleAsync(asker.AskerId, cancellation);
        try
        {
            await using var target = new FileStream(file.FullName, FileMode.CreateNew, FileAccess.Write);
            await AskerArchive.WriteAsync(target, kept, services.GetRequiredService<UploadFolder>(), cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return await StoredDataCommand.RefuseAsync($"{file} cannot be written, or exists already; name another file.");
        }
        await NoteAsync(services, [asker], AuditActions.ExportedAsker);
        await Console.Out.WriteLineAsync(file.FullName);
        return 0;
    }

    private static async Task<int> EraseAsync(IServiceProvider services, FoundAsker asker, CancellationToken cancellation)
    {
        await NoteAsync(services, [asker], AuditActions.ErasedAsker);
        var erasure = await services.GetRequiredService<EraseAsker>().HandleAsync(asker.AskerId, cancellation);
        await Console.Out.WriteLineAsync($"conversations\t{erasure.Conversations}\ntickets\t{erasure.Tickets}");
        return 0;
    }

    // A line for each ticket, so that its number leads there; nothing else of the asker is in the log.
    private static async Task NoteAsync(IServiceProvider services, IReadOnlyList<FoundAsker> askers, string action)
    {
        var audit = services.GetRequiredService<AuditLog>();
        foreach (var asker in askers)
        {
            foreach (var ticket in asker.Tickets.Cast<string?>().DefaultIfEmpty(null))
            {
                await audit.AddAsync(new AuditEntry(null, action) { Ticket = ticket });
            }
        }
    }
}
