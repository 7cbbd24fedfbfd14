using MedtechBot.Storage;

namespace MedtechBot.Deliveries;

/// <summary>Wakes the dispatcher as soon as something to send is committed.</summary>
public sealed class OutboxSignal : CommitSignal<OutboxRow>;
