using MedtechBot.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MedtechBot.Teams;

/// <summary>
/// Where one person talks with the bot in Teams, and how they are called there. In a group chat or a channel each person has a
/// conversation of their own, in the thread where they asked.
/// </summary>
public sealed class TeamsConversationRow
{
    /// <summary>A hash of channel, tenant, Teams conversation and person.</summary>
    public required string Id { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>As Teams calls the conversation; in a channel with the thread (<c>;messageid=</c>).</summary>
    public required string TeamsId { get; init; }

    /// <summary>Whom the connector calls itself for: <c>msteams</c>, or another client of the Bot Framework.</summary>
    public required string ChannelId { get; init; }

    /// <summary>Where answers are sent. Only ever from an activity that was checked.</summary>
    public required string ServiceUrl { get; set; }

    public required string TenantId { get; init; }

    /// <summary>The bot as it is called in this conversation.</summary>
    public required string BotId { get; set; }

    public required string UserId { get; set; }

    /// <summary>The person in the organisation's directory; null where the client names none.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>One of <see cref="TeamsKinds"/>.</summary>
    public required string Kind { get; init; }

    public string? TeamId { get; set; }

    /// <summary>The person's own language as the client says it, for example <c>ja-JP</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>When something last came from there, to the hour.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>The name of a conversation without the thread in it.</summary>
    public static string RoomOf(string teamsId) => teamsId.Split(";messageid=")[0];
}

/// <summary>The kinds of conversation, as Teams writes them.</summary>
public static class TeamsKinds
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";
}

internal sealed class TeamsConversationRowConfiguration : IEntityTypeConfiguration<TeamsConversationRow>
{
    public void Configure(EntityTypeBuilder<TeamsConversationRow> row)
    {
        row.ToTable("teams_conversations").HasKey(c => c.Id);
        row.Property(c => c.Id).HasMaxLength(64);
        row.Property(c => c.ConversationId).HasMaxLength(64);
        row.Property(c => c.TeamsId).HasMaxLength(TeamsLengths.Conversation);
        row.Property(c => c.ChannelId).HasMaxLength(TeamsLengths.Name);
        row.Property(c => c.ServiceUrl).HasMaxLength(TeamsLengths.ServiceUrl);
        row.Property(c => c.TenantId).HasMaxLength(TeamsLengths.Name);
        row.Property(c => c.BotId).HasMaxLength(TeamsLengths.Account);
        row.Property(c => c.UserId).HasMaxLength(TeamsLengths.Account);
        row.Property(c => c.AadObjectId).HasMaxLength(TeamsLengths.Name);
        row.Property(c => c.Kind).HasMaxLength(16);
        row.Property(c => c.TeamId).HasMaxLength(TeamsLengths.Conversation);
        row.Property(c => c.Locale).HasMaxLength(TeamsLengths.Locale);
        row.HasIndex(c => c.ConversationId).IsUnique();
        row.HasIndex(c => c.TeamsId);
        row.HasOne<ConversationRow>().WithOne().HasForeignKey<TeamsConversationRow>(c => c.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
