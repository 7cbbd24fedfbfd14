using System.Globalization;
using MedtechBot.AskerData;
using MedtechBot.Host.Askers;
using MedtechBot.Host.Pages;
using MedtechBot.Host.QuickPage;
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

    public static async Task<IResult> DownloadAsync(HttpContext http, AskerIdentity askers, ExportAsker export, UploadFolder files, TimeProvider time)
    {
        await QuickForm.ReadAsync(http);
        var kept = await KeptAsync(http, askers, export);
        if (kept.Conversations.Count == 0)
        {
            return AskQuestion.SeeOther(http, "/my-data");
        }
        http.Response.Headers.CacheControl = "no-store";
        var name = string.Create(CultureInfo.InvariantCulture, $"medtechbot-{time.GetUtcNow():yyyyMMdd}.zip");
        return Results.Stream(target => AskerArchive.WriteAsync(target, kept, files, http.RequestAborted), "application/zip", name);
    }

    public static async Task<IResult> ConfirmAsync(HttpContext http, AskerIdentity askers, ExportAsker export)
    {
        http.Response.Headers.CacheControl = "no-store";
        var kept = await KeptAsync(http, askers, export);
        return kept.Conversations.Count == 0 ? AskQuestion.SeeOther(http, "/my-data") : PageResult.Show<ErasePage>(StatusCodes.Status200OK, ("Kept", kept));
    }

    public static async Task<IResult> EraseAsync(HttpContext http, AskerIdentity askers, EraseAsker erase)
    {
        await QuickForm.ReadAsync(http);
        http.Response.Headers.CacheControl = "no-store";
        if (askers.Find(http) is not { } asker)
        {
            return AskQuestion.SeeOther(http, "/my-data");
        }
        // Begun is finished, also when the asker does not wait for it.
        var erasure = await erase.HandleAsync(asker, CancellationToken.None);
        if (erasure.StillOpen.Count == 0)
        {
            askers.Forget(http);
        }
        return PageResult.Show<ErasedPage>(erasure.StillOpen.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, ("Erasure", erasure));
    }

    private static async Task<KeptData> KeptAsync(HttpContext http, AskerIdentity askers, ExportAsker export) =>
        askers.Find(http) is { } asker ? await export.HandleAsync(asker, http.RequestAborted) : Nothing;
}
