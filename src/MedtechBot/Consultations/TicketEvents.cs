using System.Text.Json.Serialization;
using MedtechBot.Answers;
using MedtechBot.Channels;

namespace MedtechBot.Consultations;

/// <summary>Something that happened to a ticket. A ticket is nothing but its events; their names in the database never change.</summary>
[JsonDerivedType(typeof(TicketOpened), "opened")]
[JsonDerivedType(typeof(TicketRouted), "routed")]
[JsonDerivedType(typeof(CheckStarted), "check")]
[JsonDerivedType(typeof(TicketTaken), "taken")]
[JsonDerivedType(typeof(TicketAssigned), "assigned")]
[JsonDerivedType(typeof(TicketReleased), "released")]
[JsonDerivedType(typeof(ReplyWritten), "reply")]
[JsonDerivedType(typeof(AskedBack), "asked-back")]
[JsonDerivedType(typeof(AskerWrote), "asker-wrote")]
[JsonDerivedType(typeof(NoteWritten), "note")]
[JsonDerivedType(typeof(TicketShared), "shared")]
[JsonDerivedType(typeof(TicketUnshared), "unshared")]
[JsonDerivedType(typeof(MarkedConfidential), "confidential")]
[JsonDerivedType(typeof(AskerEmailChanged), "email")]
[JsonDerivedType(typeof(TicketReferred), "referred")]
[JsonDerivedType(typeof(ReferralAnswered), "referral-answer")]
[JsonDerivedType(typeof(ReferralAdvanced), "referral")]
[JsonDerivedType(typeof(ReferralDeclined), "referral-declined")]
[JsonDerivedType(typeof(TicketClosed), "closed")]
[JsonDerivedType(typeof(TicketReopened), "reopened")]
[JsonDerivedType(typeof(TicketWithdrawn), "withdrawn")]
[JsonDerivedType(typeof(SolutionConfirmed), "confirmed")]
[JsonDerivedType(typeof(TicketRated), "rated")]
[JsonDerivedType(typeof(HolderReminded), "reminded")]
[JsonDerivedType(typeof(PromiseMissed), "overdue")]
[JsonDerivedType(typeof(TicketWentStale), "stale")]
public abstract record TicketEvent(DateTimeOffset At);

/// <param name="Email">Null when the asker wants the reply in the conversation alone.</param>
/// <param name="Details">Null in tickets of before there were any.</param>
public sealed record TicketOpened(
    DateTimeOffset At, string Summary, string? Email, Language Language, IntakeDetails? Details = null, IReadOnlyList<UploadedFile>? Files = null) : TicketEvent(At);

/// <summary>What the rules of triage made of it; nobody has judged yet.</summary>
/// <param name="Topics">Their codes; older versions kept their names.</param>
/// <param name="ReplyDays">Business days within which a first reply is promised.</param>
/// <param name="Reasons">Why, each naming its rule.</param>
/// <param name="Promised">The day of that, as it was told; null in tickets of before it was kept.</param>
public sealed record TicketRouted(
    DateTimeOffset At, IReadOnlyList<string> Topics, string Urgency, int ReplyDays, string Desk, string? Region, IReadOnlyList<string> Reasons,
    DateOnly? Promised = null) : TicketEvent(At);

public sealed record CheckStarted(DateTimeOffset At, string By) : TicketEvent(At);

public sealed record TicketTaken(DateTimeOffset At, string By) : TicketEvent(At);

public sealed record TicketAssigned(DateTimeOffset At, string By, string To) : TicketEvent(At);

/// <summary>Nobody is in charge any more.</summary>
/// <param name="By">Null when the product itself did it, since nothing had happened for too long.</param>
public sealed record TicketReleased(DateTimeOffset At, string? By, string From) : TicketEvent(At);

/// <param name="ReplyId">Given by the form the reply was written in, so that sending it twice writes it once.</param>
/// <param name="Sources">What it rests on, numbered from 1; checked against the passages when it was written.</param>
public sealed record ReplyWritten(
    DateTimeOffset At, string By, string ReplyId, string Text, IReadOnlyList<Citation>? Sources = null, IReadOnlyList<UploadedFile>? Files = null) : TicketEvent(At);

public sealed record AskedBack(
    DateTimeOffset At, string By, string ReplyId, string Text, IReadOnlyList<Citation>? Sources = null, IReadOnlyList<UploadedFile>? Files = null) : TicketEvent(At);

/// <param name="MessageId">The asker's message, so that it is taken in once.</param>
public sealed record AskerWrote(DateTimeOffset At, string MessageId, string Text, IReadOnlyList<UploadedFile>? Files = null) : TicketEvent(At);

/// <summary>For the desk alone.</summary>
public sealed record NoteWritten(DateTimeOffset At, string By, string NoteId, string Text) : TicketEvent(At);

/// <summary>An expert may read it and write notes.</summary>
public sealed record TicketShared(DateTimeOffset At, string By, string With) : TicketEvent(At);

/// <summary>The expert may not read it any more.</summary>
public sealed record TicketUnshared(DateTimeOffset At, string By, string With) : TicketEvent(At);

/// <summary>From now on few see it, and nothing is learned from it.</summary>
/// <param name="By">Null when the asker did.</param>
public sealed record MarkedConfidential(DateTimeOffset At, string? By) : TicketEvent(At);

/// <param name="By">Null when the asker did.</param>
/// <param name="Email">Null when there is to be no mail any more.</param>
public sealed record AskerEmailChanged(DateTimeOffset At, string? By, string? Email) : TicketEvent(At);

/// <summary>The first of the nine steps: somebody elsewhere was selected.</summary>
public sealed record TicketReferred(DateTimeOffset At, string By, string ReferralId, string To, string Reason) : TicketEvent(At);

/// <summary>The asker says whether they want to be introduced.</summary>
public sealed record ReferralAnswered(DateTimeOffset At, string ReferralId, bool IsWanted) : TicketEvent(At);

/// <param name="Note">How wishes and consents were given, where the step rests on one; otherwise free.</param>
public sealed record ReferralAdvanced(DateTimeOffset At, string By, string ReferralId, ReferralStep Step, string? Note) : TicketEvent(At);

/// <param name="Candidate">The one who declined, for example since they carry a competing product; null when the whole referral came to nothing.</param>
public sealed record ReferralDeclined(DateTimeOffset At, string By, string ReferralId, string? Candidate, string Reason) : TicketEvent(At);

/// <param name="Outcome">Null in tickets of before there were any.</param>
public sealed record TicketClosed(DateTimeOffset At, string By, TicketOutcome? Outcome = null) : TicketEvent(At);

public sealed record TicketReopened(DateTimeOffset At, string By, string? Reason = null) : TicketEvent(At);

public sealed record TicketWithdrawn(DateTimeOffset At) : TicketEvent(At);

/// <summary>The asker says whether the reply settled the matter.</summary>
public sealed record SolutionConfirmed(DateTimeOffset At, bool IsSolved) : TicketEvent(At);

/// <param name="Stars">1 to 5.</param>
public sealed record TicketRated(DateTimeOffset At, int Stars, string? Comment) : TicketEvent(At);

/// <param name="Step">What it was about, so that it is done once.</param>
public sealed record HolderReminded(DateTimeOffset At, string Step) : TicketEvent(At);

/// <param name="Step">The promise it was about.</param>
public sealed record PromiseMissed(DateTimeOffset At, string Step) : TicketEvent(At);

/// <summary>Nothing was done for too long by whoever was to do something.</summary>
/// <param name="Step">What it was about, so that it is noted once.</param>
public sealed record TicketWentStale(DateTimeOffset At, string Step) : TicketEvent(At);
