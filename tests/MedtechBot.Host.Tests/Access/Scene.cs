using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Host.Attachments;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Access;

/// <summary>A ticket whose every text holds one word: where that word is read, something of the ticket is.</summary>
internal sealed record Marked(TicketNumber Number, string ConversationId, string AskerId, string FileId, string Word)
{
    /// <summary>What came with a question of the desk; "none" before there was one.</summary>
    public string DeskFileId { get; init; } = "none";

    /// <summary>What somebody at the desk attached to a reply that is not sent.</summary>
    public string HeldFileId { get; init; } = "none";

    /// <summary>Said at the desk alone.</summary>
    public string InternalWord => Word + "内部";
}

/// <summary>An ordinary ticket and a confidential one of the same asker, both in charge of the same person, both shared with the same expert.</summary>
internal sealed record Pair(Marked Open, Marked Secret)
{
    /// <param name="askerId">Null for somebody new.</param>
    public static async Task<Pair> MakeAsync(ProductHost host, string holder, string expert, string words, string? askerId = null) =>
        await MakeAsync(host, holder, expert, words.Split(' ')[0], words.Split(' ')[1], askerId ?? RandomId.Next());

    private static async Task<Pair> MakeAsync(ProductHost host, string holder, string expert, string open, string secret, string askerId) =>
        new(await MarkAsync(host, holder, expert, open, askerId, false), await MarkAsync(host, holder, expert, secret, askerId, true));

    private static async Task<Marked> MarkAsync(ProductHost host, string holder, string expert, string word, string askerId, bool isConfidential)
    {
        var conversation = (await Get<Conversations>(host).CreateAsync(askerId, ChannelNames.Quick, Language.Japanese)).Id;
        var marked = await Scene.OpenAsync(host, conversation, askerId, word, isConfidential);
        await Get<TakeTicket>(host).HandleAsync(marked.Number, holder);
        Assert.Null((await Get<ShareTicket>(host).HandleAsync(marked.Number, holder, expert))!.Refused);
        await Get<WriteNote>(host).HandleAsync(marked.Number, holder, RandomId.Next(), marked.InternalWord + "メモ");
        var (sent, held) = (await HoldAsync(host, conversation, word + "の資料"), await HoldAsync(host, conversation, marked.InternalWord + "の下書き"));
        await Get<AskBack>(host).HandleAsync(marked.Number, holder, RandomId.Next(), word + "への質問", null, files: [sent]);
        return marked with { DeskFileId = sent.Id, HeldFileId = held.Id };
    }

    private static async Task<UploadedFile> HoldAsync(ProductHost host, string conversation, string text)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        return await Get<Uploads>(host).HoldAsync(conversation, RandomId.Next(), text + ".txt", "text/plain", content, default);
    }

    private static T Get<T>(ProductHost host) where T : notnull => host.Services.GetRequiredService<T>();
}

internal static class Scene
{
    /// <summary>A ticket of a conversation, with a question, a file and something that the asker added.</summary>
    public static async Task<Marked> OpenAsync(ProductHost host, string conversation, string askerId, string word, bool isConfidential)
    {
        var services = host.Services;
        await services.GetRequiredService<Conversations>().AppendAsync(conversation, new IncomingMessage { Text = word + "の質問" });
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(word + "の中身"));
        var file = await services.GetRequiredService<Uploads>().KeepAsync(conversation, word + ".txt", "text/plain", content, default);
        var form = new IntakeForm
        {
            Summary = word + "の要旨",
            Email = "asker@example.jp",
            Details = new IntakeDetails { IsConfidential = isConfidential, Product = word + "の製品", Organisation = word + "株式会社" },
        };
        var number = (await services.GetRequiredService<OpenTicket>().HandleAsync(new(conversation, RandomId.Next(), form, Language.Japanese))).Number!.Value;
        await services.GetRequiredService<WriteToTicket>().HandleAsync(number, RandomId.Next(), word + "の追記", [file]);
        return new Marked(number, conversation, askerId, file.Id, word);
    }

    /// <summary>Somebody signed in at the desk by the console's link.</summary>
    public static async Task<Visitor> SignedInAsync(ProductHost host, string name, Role role)
    {
        var visitor = new Visitor(host, name);
        var link = "/desk/sign-in/" + await host.Services.GetRequiredService<DeskLinks>().CreateAsync(role);
        Assert.Equal(303, (await visitor.PostAsync(link, ("name", name))).Status);
        return visitor.Again();
    }

    /// <summary>A program with a key.</summary>
    public static async Task<Visitor> WithKeyAsync(ProductHost host, string name, Role role) =>
        new(host, name, (await host.Services.GetRequiredService<ApiKeys>().AddAsync(null, name, role)).Key!);
}
