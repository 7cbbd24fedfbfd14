using MedtechBot.Channels;
using MedtechBot.Host.Askers;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.RequestLimits;
using MedtechBot.Turns;
using Microsoft.AspNetCore.Http.Features;

namespace MedtechBot.Host.DirectLine;

/// <summary>Messages with files, and giving the files back to whoever belongs to the conversation.</summary>
internal sealed class UploadEndpoints(DirectLineDoor door, Conversations conversations, ConversationTurns turns, Uploads uploads, FileIntake intake, AskerIdentity askers)
{
    private const string ActivityPart = "activity";

    public void Map(RouteGroupBuilder group)
    {
        group.MapPost("conversations/{conversationId}/upload", UploadAsync).Limit(Door.Upload);
        group.MapGet("attachments/{id}", DownloadAsync);
    }

    private async Task<IResult> UploadAsync(HttpContext http, string conversationId)
    {
        var (conversation, refusal) = await door.OpenAsync(http, conversationId);
        if (refusal is not null)
        {
            return refusal;
        }
        if (!intake.HasRoom)
        {
            return DirectLineErrors.NoRoom("Files cannot be taken at the moment. Words are still taken.");
        }
        (var form, refusal) = await ReadFormAsync(http);
        if (refusal is not null)
        {
            return refusal;
        }
        var message = new IncomingMessage();
        if (form!.Files.GetFile(ActivityPart) is { } part)
        {
            await using var body = part.OpenReadStream();
            var (activity, invalid) = await ActivityReader.ReadAsync(body, part.Length, http.RequestAborted);
            if (invalid is not null)
            {
                return invalid;
            }
            message = ActivityReader.MessageOf(activity!) with { Value = null };
        }
        var files = form.Files.Where(f => f.Name != ActivityPart).ToList();
        return files.Count is 0 or > FileRules.Most
            ? DirectLineErrors.BadRequest($"Between one and {FileRules.Most} files can be sent at once.")
            : await KeepAsync(http, conversation!, message, files);
    }

    private async Task<IResult> KeepAsync(HttpContext http, ConversationRow conversation, IncomingMessage message, List<IFormFile> files)
    {
        var (good, refused) = await FileIntake.ExamineAsync(files);
        if (refused is not null)
        {
            return DirectLineErrors.WrongType("Files are taken as PNG, JPEG, GIF, PDF, Word, Excel and UTF-8 text, and only when they are what they say.");
        }
        var kept = await intake.KeepAsync(http, conversation.Id, null, good);
        if (kept.Refused is not null)
        {
            return TooManyRequests.OfFiles(http);
        }
        var received = await turns.ReceiveAsync(conversation, message with { Files = kept.Files }, http.RequestAborted);
        if (received is null)
        {
            await uploads.RemoveAsync(kept.Files, CancellationToken.None);
        }
        return await Acknowledgement.OfAsync(http, received);
    }

    private static async Task<(IFormCollection? Form, IResult? Refusal)> ReadFormAsync(HttpContext http)
    {
        var tooLarge = DirectLineErrors.TooLarge($"A file may have at most {FileRules.LargestMegabytes} MB.");
        var form = new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = FileRules.Largest, ValueCountLimit = 16, ValueLengthLimit = ActivityReader.LargestActivity });
        if (!form.HasFormContentType || http.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true)
        {
            return (null, DirectLineErrors.BadRequest("An upload is multipart/form-data."));
        }
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = FileRules.LargestForm;
        try
        {
            return (await form.ReadFormAsync(http.RequestAborted), null);
        }
        catch (InvalidDataException failure)
        {
            // The framework says a crossed limit and broken multipart with the same exception.
            return (null, failure.Message.Contains("limit", StringComparison.OrdinalIgnoreCase) ? tooLarge : DirectLineErrors.BadRequest("The upload cannot be read."));
        }
        catch (BadHttpRequestException failure)
        {
            return (null, failure.StatusCode == 413 ? tooLarge : DirectLineErrors.BadRequest("The upload cannot be read."));
        }
        catch (IOException)
        {
            return (null, DirectLineErrors.BadRequest("The upload ended before its end."));
        }
    }

    private async Task<IResult> DownloadAsync(HttpContext http, string id)
    {
        if (await uploads.FindAsync(id, http.RequestAborted) is not { } upload
            || !await BelongsAsync(http, upload.ConversationId)
            || uploads.Open(upload) is not { } content)
        {
            return DirectLineErrors.NoConversation;
        }
        return FileDownload.Give(http, upload, content);
    }

    // The asker's cookie opens what the asker sent; so does a token for the conversation.
    private async Task<bool> BelongsAsync(HttpContext http, string conversationId)
    {
        if (askers.Find(http) is { } asker && (await conversations.FindAsync(conversationId, http.RequestAborted))?.AskerId == asker)
        {
            return true;
        }
        return (await door.OpenAsync(http, conversationId)).Conversation is not null;
    }
}
