using MedtechBot.Channels;
using MedtechBot.Host.RequestLimits;
using Microsoft.Extensions.Primitives;

namespace MedtechBot.Host.Attachments;

/// <summary>Takes in what is attached to a message: the same rules for askers and for the desk, in the chat and on pages.</summary>
internal sealed class FileIntake(Uploads uploads, UploadQuota quota, ILogger<FileIntake> logger)
{
    // A browser names no more than it was shown.
    private const int MostNamed = 4 * FileRules.Most;

    /// <summary>Whether there is room for files at all; asked before any byte of them is read.</summary>
    public bool HasRoom
    {
        get
        {
            if (!quota.HasRoom)
            {
                logger.LogWarning("Files are refused: too little is free where they are kept.");
                return false;
            }
            return true;
        }
    }

    /// <summary>What a form sends along: the files it holds already, and those chosen now, which it holds from now on. Call once the form was read.</summary>
    /// <param name="formId">Unguessable; whoever has it has the form.</param>
    public async Task<TakenFiles> OfFormAsync(HttpContext http, string conversationId, string formId)
    {
        var form = http.Request.Form;
        var held = await uploads.ListHeldAsync(conversationId, formId, Named(form[FileRules.HeldField]), http.RequestAborted);
        var chosen = Chosen(form);
        if (chosen.Count == 0)
        {
            return new TakenFiles(held, null);
        }
        if (!HasRoom)
        {
            return new TakenFiles(held, new FileRefusal(FileProblem.NoRoom));
        }
        if (held.Count + chosen.Count > FileRules.Most)
        {
            return new TakenFiles(held, new FileRefusal(FileProblem.TooMany));
        }
        var (good, refused) = await ExamineAsync(chosen);
        var kept = await KeepAsync(http, conversationId, formId, good);
        return new TakenFiles([.. held, .. kept.Files], refused ?? kept.Refused);
    }

    /// <summary>The files that somebody chose; a field that was left empty is none.</summary>
    public static IReadOnlyList<IFormFile> Chosen(IFormCollection form) => [.. form.Files.Where(f => f.Name == FileRules.Field && (f.Length > 0 || f.FileName.Length > 0))];

    /// <summary>Which files are as they must be, and what is wrong with the first that is not.</summary>
    public static async Task<(IReadOnlyList<(IFormFile File, string Type)> Good, FileRefusal? Refused)> ExamineAsync(IEnumerable<IFormFile> files)
    {
        var good = new List<(IFormFile, string)>();
        FileRefusal? refused = null;
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var type = FileSignature.Agree(file.FileName, file.ContentType, content);
            FileProblem? problem = file.Length == 0 ? FileProblem.Empty : file.Length > FileRules.Largest ? FileProblem.TooLarge : type is null ? FileProblem.WrongType : null;
            if (problem is { } wrong)
            {
                refused ??= new FileRefusal(wrong, Uploads.ShowableName(file.FileName));
            }
            else
            {
                good.Add((file, type!));
            }
        }
        return (good, refused);
    }

    /// <summary>Keeps them all, or none when there are too many bytes for a day.</summary>
    public async Task<TakenFiles> KeepAsync(HttpContext http, string conversationId, string? formId, IReadOnlyList<(IFormFile File, string Type)> files)
    {
        if (files.Count > 0 && !quota.Admits(http, conversationId, files.Sum(f => f.File.Length)))
        {
            return new TakenFiles([], new FileRefusal(FileProblem.OverQuota));
        }
        var kept = new List<UploadedFile>();
        foreach (var (file, type) in files)
        {
            await using var content = file.OpenReadStream();
            kept.Add(await uploads.HoldAsync(conversationId, formId, file.FileName, type, content, http.RequestAborted));
        }
        return new TakenFiles(kept, null);
    }

    private static List<string> Named(StringValues ids) => [.. ids.OfType<string>().Where(id => id.Length is > 0 and <= 64).Take(MostNamed)];
}

/// <param name="Refused">Why others were not taken; null when all were.</param>
internal sealed record TakenFiles(IReadOnlyList<UploadedFile> Files, FileRefusal? Refused)
{
    public static TakenFiles None { get; } = new([], null);
}
