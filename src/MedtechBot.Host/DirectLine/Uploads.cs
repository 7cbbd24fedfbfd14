using MedtechBot.Channels;
using MedtechBot.Host.Storage;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Host.DirectLine;

/// <summary>The files of askers: bytes in the uploads folder under random names, everything else in the database.</summary>
public sealed class Uploads(HostPaths paths, IDbContextFactory<MedtechBotContext> database, TimeProvider time)
{
    public async Task<UploadedFile> KeepAsync(string conversationId, string name, string contentType, Stream content, CancellationToken cancellation)
    {
        var id = RandomId.Next();
        content.Position = 0;
        var path = PathOf(id);
        await using (var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await content.CopyToAsync(target, cancellation);
        }
        var row = new UploadRow { Id = id, ConversationId = conversationId, Name = ShowableName(name), ContentType = contentType, Size = content.Length, At = time.GetUtcNow() };
        await using var context = await database.CreateDbContextAsync(cancellation);
        context.Add(row);
        await context.SaveChangesAsync(cancellation);
        return new UploadedFile(id, row.Name, row.ContentType, row.Size);
    }

    public async Task<UploadRow?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<UploadRow>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellation);
    }

    /// <summary>The files of a conversation, oldest first.</summary>
    public async Task<IReadOnlyList<UploadRow>> ListAsync(string conversationId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<UploadRow>().AsNoTracking().Where(u => u.ConversationId == conversationId).OrderBy(u => u.At).ToListAsync(cancellation);
    }

    /// <summary>Opens the bytes of a file that <see cref="FindAsync"/> knows; the id in the database makes the path, never a request.</summary>
    public FileStream? Open(UploadRow upload) => File.Exists(PathOf(upload.Id)) ? File.OpenRead(PathOf(upload.Id)) : null;

    private string PathOf(string id) => Path.Combine(paths.DataFolder("uploads"), id);

    private static string ShowableName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return clean.Length <= 120 ? clean : clean[..100] + "…" + Path.GetExtension(clean);
    }
}
