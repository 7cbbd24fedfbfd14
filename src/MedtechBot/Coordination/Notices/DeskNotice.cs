using System.Text.Json;
using System.Text.Json.Serialization;
using MedtechBot.Consultations;
using MedtechBot.Deliveries;

namespace MedtechBot.Coordination.Notices;

/// <summary>What people at the desk are told of.</summary>
public enum DeskNoticeKind { Opened, Released, TakenAway, Assigned, HandedOn, Shared, AskerWrote, NotSolved, Withdrawn, ReferralAnswered, NoteWritten, DueSoon, Missed, Stale, NoAnswer }

/// <summary>That somebody at the desk is to hear of a ticket. Who that is, is looked up when it leaves.</summary>
/// <param name="To">The one person whom it concerns; null for whoever is in charge.</param>
/// <param name="By">Who did it and need not be told.</param>
public sealed record DeskNotice(string Number, DeskNoticeKind Kind, string? To = null, string? By = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <param name="version">The ticket's version after the event, which makes the key of the notice.</param>
    public OutboxMessage ToOutbox(int version) => new(OutboxKinds.Desk, $"desk:{Number}:{version}:{Kind}", Number, JsonSerializer.Serialize(this, Json));

    /// <exception cref="JsonException">That is no notice.</exception>
    public static DeskNotice Read(string payload) => JsonSerializer.Deserialize<DeskNotice>(payload, Json) ?? throw new JsonException();
}
