using MedtechBot.Answers;
using MedtechBot.Consultations;

namespace MedtechBot.Tests.Consultations;

/// <summary>Tickets as tests need them, led there by the rules themselves.</summary>
internal static class Tickets
{
    public const string Sato = "佐藤";
    public const string Suzuki = "鈴木";
    public static readonly DateTimeOffset Noon = new(2026, 4, 1, 12, 0, 0, TimeSpan.FromHours(9));

    public static Ticket Opened(IntakeDetails? details = null) =>
        Ticket.Replay(TicketNumber.Of(2026, 1), "c", [new TicketOpened(Noon, "相談", null, Language.Japanese, details)]);

    public static Ticket Taken(string by = Sato) => Opened().Happens(t => TicketRules.Take(t, by, Noon));

    public static Ticket Answered() => Taken().Happens(t => Reply(t, Sato, "r1"));

    public static Ticket Closed() => Answered().Happens(t => TicketRules.Close(t, Sato, TicketOutcome.Answered, t.Version, Noon));

    public static Ticket Happens(this Ticket ticket, Func<Ticket, TicketDecision> decide) => ticket.After(decide(ticket).Happens!);

    public static TicketDecision Reply(Ticket ticket, string by, string id, int? seen = null) =>
        TicketRules.Reply(ticket, new ReplyWritten(Noon, by, id, "回答"), seen ?? ticket.Version);

    public static TicketDecision AskBack(Ticket ticket, string by, string id) =>
        TicketRules.AskBack(ticket, new AskedBack(Noon, by, id, "製品の使用目的は?"), ticket.Version);

    public static TicketDecision Write(Ticket ticket, string id, DateTimeOffset? at = null) => AskerRules.Write(ticket, new AskerWrote(at ?? Noon, id, "追記"));

    public static TicketDecision Close(Ticket ticket, string by, TicketOutcome outcome = TicketOutcome.Answered, int? seen = null) =>
        TicketRules.Close(ticket, by, outcome, seen ?? ticket.Version, Noon);
}
