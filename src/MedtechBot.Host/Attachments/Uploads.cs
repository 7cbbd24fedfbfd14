using MedtechBot.Channels;
using MedtechBot.Host.Storage;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Host.Attachments;

/// <summary>The files of conversations: bytes in the uploads folder under random names, everything else in the database.</summary>
public sealed class Uploads(HostPaths paths, IDbContextFactory<MedtechBotContext> database, TimeProvider time)
{
    public Task<UploadedFile> KeepAsync(string conversationId, string name, string contentType, Stream content, CancellationToken cancellation) =>
        HoldAsync(conversationId, null, name, contentType, content, cancellation);

    /// <param name="formId">The form that holds it until it is sent; null when it is part of what is said right now.</param>
    public async Task<UploadedFile> HoldAsync(string conversationId, string? formId, string name, string contentType, Stream content, CancellationToken cancellation)
    {
        var id = RandomId.Next();
        content.Position = 0;
        var path = PathOf(id);
        await using (var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await content.CopyToAsync(target, cancellation);
        }
        var row = new UploadRow { Id = id, ConversationId = conversationId, Name = ShowableName(name), ContentType = contentType, Size = content.Length, At = time.GetUtcNow(), FormId = formId };
        await using var context = await database.CreateDbContextAsync(cancellation);
        context.Add(row);
        await context.SaveChangesAsync(cancellation);
        return UploadedFile.Of(row);
    }

    /// <summary>A file that was sent; null also for one that waits in a form.</summary>
    public async Task<UploadRow?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<UploadRow>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.FormId == null, cancellation);
    }

    /// <summary>Those of the named files that the form holds.</summary>
    public async Task<IReadOnlyList<UploadedFile>> ListHeldAsync(string conversationId, string formId, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }
        await using var context = await database.CreateDbContextAsync(cancellation);
        return [.. (await HeldFiles.Of(context, conversationId, formId, ids).AsNoTracking().ToListAsync(cancellation)).Select(UploadedFile.Of)];
    }

    /// <summary>Takes back what was kept and then not said after all.</summary>
    public async Task RemoveAsync(IReadOnlyList<UploadedFile> files, CancellationToken cancellation)
    {
        var ids = files.Select(f => f.Id).ToList();
        ids.ForEach(id => File.Delete(PathOf(id)));
        await using var context = await database.CreateDbContextAsync(cancellation);
        await context.Set<UploadRow>().Where(u => ids.Contains(u.Id)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The files that were sent in a conversation, oldest first.</summary>
    public async Task<IReadOnlyList<UploadRow>> ListAsync(string conversationId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<UploadRow>().AsNoTracking().Where(u => u.ConversationId == conversationId && u.FormId == null).OrderBy(u => u.At).ToListAsync(cancellation);
    }

    /// <summary>Opens the bytes of a file that <see cref="FindAsync"/> knows; the id in the database makes the path, never a request.</summary>
    public FileStream? Open(UploadRow upload) => File.Exists(PathOf(upload.Id)) ? File.OpenRead(PathOf(upload.Id)) : null;

    private string PathOf(string id) => Path.Combine(paths.DataFolder("uploads"), id);

    /// <summary>A name as it can be shown: the last part of a path, on one line, not too long.</summary>
    public static string ShowableName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return clean.Length <= 120 ? clean : clean[..100] + "…" + Path.GetExtension(clean);
    }
}
