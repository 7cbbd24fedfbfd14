using MedtechBot.Answers;

namespace MedtechBot.Consultations;

/// <summary>A request to people (相談票), as its events left it.</summary>
public sealed record Ticket
{
    public required TicketNumber Number { get; init; }

    /// <summary>Where the asker reads the reply.</summary>
    public required string ConversationId { get; init; }

    public required string Summary { get; init; }
    public required string? Email { get; init; }
    public required Language Language { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required IntakeDetails Details { get; init; }
    public TicketStatus Status { get; private init; } = TicketStatus.Received;

    /// <summary>The coordinator in charge; null until somebody takes it.</summary>
    public string? Holder { get; private init; }

    /// <summary>What the rules of triage made of it; null in tickets of before there were any.</summary>
    public TicketRouted? Route { get; private init; }

    public TicketOutcome? Outcome { get; private init; }

    /// <summary>The experts who may read it.</summary>
    public IReadOnlyList<string> SharedWith { get; private init; } = [];

    public IReadOnlyList<Referral> Referrals { get; private init; } = [];

    /// <summary>When somebody first replied; what is promised is this. Asking back only stops the clock.</summary>
    public DateTimeOffset? FirstReplyAt { get; private init; }

    /// <summary>Everything that happened, oldest first.</summary>
    public required IReadOnlyList<TicketEvent> History { get; init; }

    /// <summary>Changes with every event; a form that was filled in on an older version is not accepted.</summary>
    public int Version => History.Count;

    public bool IsClosed => Status is TicketStatus.Completed or TicketStatus.OutOfScope;

    /// <summary>The asker's words for the time it was last closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt => IsClosed ? History.LastOrDefault(e => e is TicketClosed or TicketWithdrawn or SolutionConfirmed)?.At : null;

    /// <exception cref="ArgumentException">The first event does not open a ticket.</exception>
    public static Ticket Replay(TicketNumber number, string conversationId, IReadOnlyList<TicketEvent> events)
    {
        if (events is not [TicketOpened opened, ..])
        {
            throw new ArgumentException("A ticket begins with being opened.", nameof(events));
        }
        var ticket = new Ticket
        {
            Number = number,
            ConversationId = conversationId,
            Summary = opened.Summary,
            Email = opened.Email,
            Language = opened.Language,
            OpenedAt = opened.At,
            Details = opened.Details ?? new IntakeDetails(),
            History = [opened],
        };
        return events.Skip(1).Aggregate(ticket, (t, e) => t.After(e));
    }

    /// <summary>The ticket once this has happened as well.</summary>
    public Ticket After(TicketEvent happened)
    {
        var next = this with { History = [.. History, happened] };
        return happened switch
        {
            TicketRouted routed => next with { Route = routed },
            CheckStarted => next with { Status = TicketStatus.Checking },
            TicketTaken taken => next with { Status = Begun, Holder = taken.By },
            TicketAssigned assigned => next with { Status = Begun, Holder = assigned.To },
            TicketReleased => next with { Status = Status is TicketStatus.InProgress or TicketStatus.Checking ? TicketStatus.Received : Status, Holder = null },
            ReplyWritten => next with { Status = TicketStatus.Answered, FirstReplyAt = FirstReplyAt ?? happened.At },
            AskedBack => next with { Status = TicketStatus.Waiting },
            AskerWrote => Status is TicketStatus.Waiting or TicketStatus.Answered || IsClosed ? next.Resumed() : next,
            TicketShared shared => next with { SharedWith = [.. SharedWith.Except([shared.With]), shared.With] },
            TicketUnshared unshared => next with { SharedWith = [.. SharedWith.Except([unshared.With])] },
            MarkedConfidential => next with { Details = Details with { IsConfidential = true } },
            AskerEmailChanged changed => next with { Email = changed.Email },
            TicketReferred referred => next with
            {
                Status = TicketStatus.Referred,
                Referrals = [.. Referrals, new Referral(referred.ReferralId, referred.To, referred.Reason, ReferralStep.Selected, [], null)],
            },
            ReferralAnswered { IsWanted: true } answered => next.With(answered.ReferralId, r => r with { Step = ReferralStep.WishesConfirmed }),
            ReferralAnswered answered => next.With(answered.ReferralId, r => r with { CameToNothing = "相談者が希望しない" }),
            ReferralAdvanced advanced => next.With(advanced.ReferralId, r => r with { Step = advanced.Step }),
            ReferralDeclined { Candidate: { } candidate } declined => next.With(declined.ReferralId, r => r with
            {
                // The search begins again.
                Step = r.Step > ReferralStep.CandidatesSought ? ReferralStep.CandidatesSought : r.Step,
                Declined = [.. r.Declined, (candidate, declined.Reason)],
            }),
            ReferralDeclined declined => next.With(declined.ReferralId, r => r with { CameToNothing = declined.Reason }),
            TicketClosed closed => next with
            {
                Status = closed.Outcome == TicketOutcome.OutOfScope ? TicketStatus.OutOfScope : TicketStatus.Completed,
                Outcome = closed.Outcome ?? TicketOutcome.Answered,
            },
            TicketReopened => next.Resumed(),
            TicketWithdrawn => next with { Status = TicketStatus.Completed, Outcome = TicketOutcome.Withdrawn },
            SolutionConfirmed { IsSolved: true } => next with { Status = TicketStatus.Completed, Outcome = Outcome ?? TicketOutcome.Answered },
            SolutionConfirmed => next.Resumed(),
            NoteWritten or TicketRated or HolderReminded or PromiseMissed or TicketWentStale => next,
            _ => throw new ArgumentException($"{happened.GetType().Name} cannot happen to an open ticket.", nameof(happened)),
        };
    }

    private TicketStatus Begun => Status is TicketStatus.Received or TicketStatus.Checking ? TicketStatus.InProgress : Status;

    private Ticket Resumed() => this with { Status = Holder is null ? TicketStatus.Received : TicketStatus.InProgress, Outcome = null };

    // Once no referral goes on, the matter is the holder's again.
    private Ticket With(string referralId, Func<Referral, Referral> change)
    {
        var next = this with { Referrals = [.. Referrals.Select(r => r.Id == referralId ? change(r) : r)] };
        return Status == TicketStatus.Referred && !next.Referrals.Any(r => r.IsOpen) ? next.Resumed() : next;
    }
}
