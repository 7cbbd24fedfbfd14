using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;

namespace MedtechBot.Host.Api;

/// <summary>A ticket's history as programs read it.</summary>
internal static class ThreadItems
{
    public static IReadOnlyList<ThreadItem> Of(Ticket ticket) =>
        [.. ticket.History.Select((happened, i) => Of(happened, i + 1) with { Files = Of(ticket.Number, happened.Files()) })];

    private static ThreadItem Of(TicketEvent happened, int sequence)
    {
        var item = new ThreadItem(sequence, TicketEventTypes.Of(happened), happened.At);
        return happened switch
        {
            TicketOpened opened => item with { Text = opened.Summary },
            TicketRouted routed => item with { To = routed.Desk, Reason = string.Join("; ", routed.Reasons) },
            CheckStarted check => item with { By = check.By },
            TicketTaken taken => item with { By = taken.By },
            TicketAssigned assigned => item with { By = assigned.By, To = assigned.To },
            TicketReleased released => item with { By = released.By },
            ReplyWritten reply => item with { By = reply.By, Id = reply.ReplyId, Text = reply.Text, Sources = Of(reply.Sources) },
            AskedBack asked => item with { By = asked.By, Id = asked.ReplyId, Text = asked.Text, Sources = Of(asked.Sources) },
            AskerWrote wrote => item with { Id = wrote.MessageId, Text = wrote.Text },
            NoteWritten note => item with { By = note.By, Id = note.NoteId, Text = note.Text },
            TicketShared shared => item with { By = shared.By, To = shared.With },
            TicketUnshared unshared => item with { By = unshared.By, To = unshared.With },
            MarkedConfidential marked => item with { By = marked.By },
            AskerEmailChanged changed => item with { By = changed.By },
            TicketReferred referred => item with { By = referred.By, Id = referred.ReferralId, To = referred.To, Reason = referred.Reason },
            ReferralAnswered answered => item with { Id = answered.ReferralId, Wanted = answered.IsWanted },
            ReferralAdvanced advanced => item with { By = advanced.By, Id = advanced.ReferralId, Step = (int)advanced.Step, Text = advanced.Note },
            ReferralDeclined declined => item with { By = declined.By, Id = declined.ReferralId, Candidate = declined.Candidate, Reason = declined.Reason },
            TicketClosed closed => item with { By = closed.By, Outcome = (closed.Outcome ?? TicketOutcome.Answered).Code() },
            TicketReopened reopened => item with { By = reopened.By, Reason = reopened.Reason },
            SolutionConfirmed confirmed => item with { Solved = confirmed.IsSolved },
            TicketRated rated => item with { Stars = rated.Stars, Text = rated.Comment },
            _ => item,
        };
    }

    private static IReadOnlyList<SourceJson>? Of(IReadOnlyList<Citation>? sources) =>
        sources is null ? null : [.. sources.Select(s => new SourceJson(s.Position, s.Id.Value, s.Title, s.Section, s.Quote, s.Source, s.Path))];

    private static IReadOnlyList<FileJson>? Of(TicketNumber number, IReadOnlyList<UploadedFile> files) => files.Count == 0 ? null
        : [.. files.Select(f => new FileJson(f.Id, f.Name, f.ContentType, f.Size, $"{TicketLinks.Of(number.Value).Self}/files/{f.Id}"))];
}
