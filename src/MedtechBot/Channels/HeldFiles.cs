using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Channels;

/// <summary>Files that are attached to a form which is not sent yet. They are known by the form, the conversation and their own id together.</summary>
public static class HeldFiles
{
    /// <summary>Those of the named files that the form holds, in the order they came.</summary>
    public static IQueryable<UploadRow> Of(MedtechBotContext context, string conversationId, string formId, IReadOnlyCollection<string> ids) =>
        context.Set<UploadRow>().Where(u => u.ConversationId == conversationId && u.FormId == formId && ids.Contains(u.Id)).OrderBy(u => u.At).ThenBy(u => u.Id);

    /// <summary>With the next commit they are part of what was said.</summary>
    internal static async Task ReleaseAsync(MedtechBotContext context, IReadOnlyList<UploadedFile> files, CancellationToken cancellation)
    {
        var ids = files.Select(f => f.Id).ToList();
        foreach (var held in await context.Set<UploadRow>().Where(u => ids.Contains(u.Id) && u.FormId != null).ToListAsync(cancellation))
        {
            held.FormId = null;
        }
    }
}
