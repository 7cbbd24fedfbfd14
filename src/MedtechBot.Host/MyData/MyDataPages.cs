using System.Globalization;
using MedtechBot.AskerData;
using MedtechBot.Channels;
using MedtechBot.Host.Askers;
using MedtechBot.Host.Pages;
using MedtechBot.Host.QuickPage;
using MedtechBot.Host.Storage;
using MedtechBot.Retention;

namespace MedtechBot.Host.MyData;

/// <summary>The asker is the one of the cookie, and nobody sees or erases anything of another.</summary>
internal static class MyDataPages
{
    private static readonly KeptData Nothing = new(default, []);

    public static async Task<IResult> ShowAsync(HttpContext http, AskerIdentity askers, ExportAsker export)
    {
        http.Response.Headers.CacheControl = "no-store";
        return PageResult.Show<MyDataPage>(StatusCodes.Status200OK, ("Kept", await KeptAsync(http, askers, export)));
    }

    public static async Task<IResult> DownloadAsync(HttpContext http, AskerIdentity askers, ExportAsker export, UploadFolder files, HostPaths paths, TimeProvider time)
    {
        await QuickForm.ReadAsync(http);
        var kept = await KeptAsync(http, askers, export);
        if (kept.Conversations.Count == 0)
        {
            return PageResult.SeeOther(http, "/my-data");
        }
        http.Response.Headers.CacheControl = "no-store";
        var name = string.Create(CultureInfo.InvariantCulture, $"medtechbot-{time.GetUtcNow():yyyyMMdd}.zip");
        var archive = Unseen(paths);
        try
        {
            await AskerArchive.WriteAsync(archive, kept, files, http.RequestAborted);
        }
        catch
        {
            await archive.DisposeAsync();
            throw;
        }
        archive.Position = 0;
        return Results.Stream(archive, "application/zip", name);
    }

    public static async Task<IResult> ConfirmAsync(HttpContext http, AskerIdentity askers, ExportAsker export)
    {
        http.Response.Headers.CacheControl = "no-store";
        var kept = await KeptAsync(http, askers, export);
        return kept.Conversations.Count == 0 ? PageResult.SeeOther(http, "/my-data") : PageResult.Show<ErasePage>(StatusCodes.Status200OK, ("Kept", kept));
    }

    public static async Task<IResult> EraseAsync(HttpContext http, AskerIdentity askers, EraseAsker erase)
    {
        await QuickForm.ReadAsync(http);
        http.Response.Headers.CacheControl = "no-store";
        if (askers.Find(http) is not { } asker)
        {
            return PageResult.SeeOther(http, "/my-data");
        }
        // Begun is finished, also when the asker does not wait for it.
        var erasure = await erase.HandleAsync(asker, CancellationToken.None);
        askers.Forget(http);
        return PageResult.Show<ErasedPage>(StatusCodes.Status200OK, ("Erasure", erasure));
    }

    // A ZIP is not written in one go from beginning to end. The file has no name as soon as it is open, so nothing is left however this ends.
    private static FileStream Unseen(HostPaths paths)
    {
        var path = Path.Combine(paths.DataFolder("exports"), RandomId.Next());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }
        return file;
    }

    private static async Task<KeptData> KeptAsync(HttpContext http, AskerIdentity askers, ExportAsker export) =>
        askers.Find(http) is { } asker ? await export.HandleAsync(asker, http.RequestAborted) : Nothing;
}
