using MedtechBot.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Consultations.Intake;

/// <summary>The one form that was begun in a conversation and is not sent yet.</summary>
public sealed class IntakeDraftRow
{
    public required string ConversationId { get; init; }
    public required string SubmissionId { get; set; }

    /// <summary>The fields, without patients' data.</summary>
    public required string Content { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public IntakeDraft Read()
    {
        var kept = ConversationJson.Read<Kept>(Content);
        return new IntakeDraft(SubmissionId, kept.Form, kept.FromConversation) { Files = kept.Files ?? [] };
    }

    internal static string ContentOf(IntakeDraft draft) => ConversationJson.Write(new Kept(draft.Form, draft.FromConversation, draft.Files));

    private sealed record Kept(IntakeForm Form, IReadOnlyList<string> FromConversation, IReadOnlyList<UploadedFile>? Files = null);
}

internal sealed class IntakeDraftRowConfiguration : IEntityTypeConfiguration<IntakeDraftRow>
{
    public void Configure(EntityTypeBuilder<IntakeDraftRow> row)
    {
        row.ToTable("intake_drafts").HasKey(d => d.ConversationId);
        row.Property(d => d.ConversationId).HasMaxLength(64);
        row.Property(d => d.SubmissionId).HasMaxLength(64);
        row.HasIndex(d => d.ChangedAt);
        row.HasOne<ConversationRow>().WithMany().HasForeignKey(d => d.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
