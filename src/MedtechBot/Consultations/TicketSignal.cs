using MedtechBot.Storage;

namespace MedtechBot.Consultations;

/// <summary>Wakes whoever shows tickets as soon as one changes.</summary>
public sealed class TicketSignal : CommitSignal<TicketRow>;
