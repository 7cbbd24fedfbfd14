using System.CommandLine;
using MedtechBot.Retention;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>retention preview</c> and <c>retention run</c>: what has been kept long enough, told or deleted.</summary>
internal static class RetentionCommands
{
    public static Command Build()
    {
        var preview = new Command("preview", "Tell what would be deleted now, and delete nothing.");
        preview.SetAction((_, cancellation) => StoredDataCommand.RunAsync(
            async services => await PrintAsync(await services.GetRequiredService<DeleteExpired>().PreviewAsync(cancellation)), cancellation));
        var run = new Command("run", "Delete it; the server does so every day by itself.");
        run.SetAction((_, cancellation) => StoredDataCommand.RunAsync(
            async services => await services.GetRequiredService<DeleteExpired>().RunAsync(cancellation) is { } deleted
                ? await PrintAsync(deleted)
                : await StoredDataCommand.RefuseAsync("Another process is deleting at the moment; try again in a few minutes."), cancellation));
        return new Command("retention", "What has been kept long enough.") { preview, run };
    }

    private static async Task<int> PrintAsync(RetentionFigures figures)
    {
        await Console.Out.WriteLineAsync($"conversations\t{figures.Conversations}\ntickets\t{figures.Tickets}\nfiles\t{figures.Uploads}\nerased tickets\t{figures.ErasedTickets}\naudit lines\t{figures.AuditLines}"
            + $"\nforms begun\t{figures.Drafts}\nkept answers\t{figures.KeptAnswers}\ninvitations\t{figures.Invitations}\nlearned questions\t{figures.LearnedQuestions}");
        return 0;
    }
}
