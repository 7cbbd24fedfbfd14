using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Coordination;
using MedtechBot.Host.Desk;
using MedtechBot.Host.Desk.Tickets;
using MedtechBot.People;
using MedtechBot.Teams;
using MedtechBot.Teams.Coordinators;

namespace MedtechBot.Host.Teams.Coordinators;

/// <summary>What is written to the bot below the card of a ticket: by whoever is in charge it goes to the asker, as a note it stays at the desk.</summary>
internal sealed class TicketThread(TeamsLinks links, TicketStore tickets, ReplyToTicket reply, WriteNote note, AuditLog audit)
{
    /// <returns>What whoever wrote is told.</returns>
    public async Task<string> WriteAsync(TeamsActivity activity, TicketNumber number, string text, CancellationToken cancellation)
    {
        if (await links.FindAsync(TeamsIdentity.Of(activity), cancellation) is not { } person)
        {
            return CoordinatorWords.NotTiedInThread;
        }
        var command = DeskCommand.Read(text) is { Verb: DeskVerb.Note } read ? read : null;
        var words = IntakeForm.Clean(command?.Rest ?? text, keepLines: true)?.Trim() ?? "";
        var (answer, isDone) = await TryAsync(person, number, command is not null, words, CoordinatorMessages.IdOf(activity), cancellation);
        await audit.AddAsync(
            new AuditEntry(person, command is null ? "replied" : "noted") { Ticket = number.Value, Outcome = isDone ? AuditOutcome.Done : AuditOutcome.Refused }, CancellationToken.None);
        return answer + (isDone && activity.FileCount > 0 ? CoordinatorWords.NoFiles : "");
    }

    private async Task<(string Answer, bool IsDone)> TryAsync(Person person, TicketNumber number, bool isNote, string words, string id, CancellationToken cancellation)
    {
        var ticket = await tickets.FindAsync(number, cancellation);
        var sight = ticket is null ? TicketSight.None : person.AsReader().SightOf(ticket);
        if (sight == TicketSight.None)
        {
            return (CoordinatorWords.NotFound, false);
        }
        if (sight != TicketSight.Full || ticket!.Details.IsConfidential)
        {
            return (CoordinatorWords.Confidential + CoordinatorWords.NotSent, false);
        }
        if ((words.Length == 0 ? isNote ? CoordinatorWords.NoteEmpty : CoordinatorWords.ReplyEmpty : WritingVerbs.WrongWith(words, isNote ? "メモ" : "回答")) is { } wrong)
        {
            return (wrong, false);
        }
        var change = isNote
            ? await note.HandleAsync(number, person.Name, id, words, cancellation)
            // Whoever writes in the thread answers what stands there, and has seen no version of the ticket.
            : await reply.HandleAsync(new Reply(number, person.Name, id, words, SeenVersion: null), cancellation);
        return change switch
        {
            null => (CoordinatorWords.NotFound, false),
            { Refused: { } refused } => (DeskWords.Of(refused) + CoordinatorWords.NotSent, false),
            _ => (isNote ? $"{number} の内部メモに残しました。" : $"{number} の返信を相談者に送りました。", true),
        };
    }
}
