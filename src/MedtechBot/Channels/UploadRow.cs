using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Channels;

/// <summary>A file that belongs to a conversation, whoever sent it. Its bytes lie in the uploads folder under <see cref="Id"/>; nobody but people reads them.</summary>
public sealed class UploadRow
{
    public required string Id { get; init; }
    public required string ConversationId { get; init; }

    /// <summary>As whoever sent it called it; for showing only, never a path.</summary>
    public required string Name { get; init; }

    /// <summary>What the bytes were seen to be.</summary>
    public required string ContentType { get; init; }

    public required long Size { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The form it is attached to as long as that is not sent; nobody is given the file then. Null once it was said.</summary>
    public string? FormId { get; set; }
}

internal sealed class UploadRowConfiguration : IEntityTypeConfiguration<UploadRow>
{
    public void Configure(EntityTypeBuilder<UploadRow> row)
    {
        row.ToTable("uploads").HasKey(u => u.Id);
        row.Property(u => u.Id).HasMaxLength(64);
        row.Property(u => u.ConversationId).HasMaxLength(64);
        row.Property(u => u.Name).HasMaxLength(200);
        row.Property(u => u.ContentType).HasMaxLength(100);
        row.Property(u => u.FormId).HasMaxLength(64);
        row.HasIndex(u => u.ConversationId);
        row.HasOne<ConversationRow>().WithMany().HasForeignKey(u => u.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
