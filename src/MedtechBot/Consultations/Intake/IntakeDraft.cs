using MedtechBot.Channels;

namespace MedtechBot.Consultations.Intake;

/// <summary>A consultation form that is not sent yet.</summary>
/// <param name="SubmissionId">Sending it again under this id gives the same ticket.</param>
/// <param name="FromConversation">The ids of the fields that stand as they were taken from the conversation.</param>
public sealed record IntakeDraft(string SubmissionId, IntakeForm Form, IReadOnlyList<string> FromConversation)
{
    /// <summary>What is attached to it, held until it is sent.</summary>
    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    /// <summary>What was taken from the conversation, by field.</summary>
    public IReadOnlyDictionary<string, string> Prefilled => IntakeInputs.All.Where(i => FromConversation.Contains(i.Id))
        .Select(i => (i.Id, Value: i.Get(Form))).Where(f => f.Value is { Length: > 0 }).ToDictionary(f => f.Id, f => f.Value!);

    /// <summary>With clean fields, and under an id that it can be sent by: a made-up one is replaced.</summary>
    public IntakeDraft Usable() => this with { SubmissionId = OpenTicket.IsSubmissionId(SubmissionId) ? SubmissionId : RandomId.Next(), Form = Form.Cleaned() };
}
