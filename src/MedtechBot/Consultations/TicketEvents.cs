using System.Text.Json.Serialization;
using MedtechBot.Answers;

namespace MedtechBot.Consultations;

/// <summary>Something that happened to a ticket. A ticket is nothing but its events; their names in the database never change.</summary>
[JsonDerivedType(typeof(TicketOpened), "opened")]
[JsonDerivedType(typeof(TicketTaken), "taken")]
[JsonDerivedType(typeof(ReplyWritten), "reply")]
[JsonDerivedType(typeof(TicketClosed), "closed")]
public abstract record TicketEvent(DateTimeOffset At);

/// <param name="Email">Null when the asker wants the reply in the conversation alone.</param>
public sealed record TicketOpened(DateTimeOffset At, string Summary, string? Email, Language Language) : TicketEvent(At);

public sealed record TicketTaken(DateTimeOffset At, string By) : TicketEvent(At);

/// <param name="ReplyId">Given by the form the reply was written in, so that sending it twice writes it once.</param>
public sealed record ReplyWritten(DateTimeOffset At, string By, string ReplyId, string Text) : TicketEvent(At);

public sealed record TicketClosed(DateTimeOffset At, string By) : TicketEvent(At);
