using MedtechBot.Answers;
using MedtechBot.Coordination;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.Desk.Sources;
using MedtechBot.Knowledge;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>What is written on a ticket's page: to the asker, and for the desk alone.</summary>
internal static class WritingVerbs
{
    public static async Task<IResult> ReplyAsync(HttpContext http, ReplyToTicket reply, FileIntake files, Func<KnowledgeSnapshot> knowledge, CancellationToken cancellation)
    {
        var ticket = SeenTicket.Of(http).Ticket;
        var (draft, wrong) = await ReadAsync(http, files, knowledge(), "回答");
        return wrong is not null
            ? await TicketPages.WrongAsync(http, draft, wrong, cancellation)
            : await TicketPages.AfterAsync(http, reply.HandleAsync(
                new Reply(ticket.Number, TicketPages.Me(http), draft.ReplyId, draft.Text, draft.Version) { Sources = draft.Sources, Files = draft.Files }, cancellation), draft, cancellation);
    }

    public static async Task<IResult> AskBackAsync(HttpContext http, AskBack ask, FileIntake files, Func<KnowledgeSnapshot> knowledge, CancellationToken cancellation)
    {
        var ticket = SeenTicket.Of(http).Ticket;
        var (draft, wrong) = await ReadAsync(http, files, knowledge(), "確認したいこと");
        return wrong is not null
            ? await TicketPages.WrongAsync(http, draft, wrong, cancellation)
            : await TicketPages.AfterAsync(http, ask.HandleAsync(
                ticket.Number, TicketPages.Me(http), draft.ReplyId, draft.Text, draft.Version, draft.Sources, draft.Files, cancellation), draft, cancellation);
    }

    public static async Task<IResult> NoteAsync(HttpContext http, WriteNote write, CancellationToken cancellation)
    {
        var draft = TicketDraft.Read(http);
        return WrongWith(draft.Note, "メモ") is { } wrong
            ? await TicketPages.WrongAsync(http, draft, wrong, cancellation)
            : await TicketPages.AfterAsync(http, write.HandleAsync(TicketPages.Number(http), TicketPages.Me(http), draft.NoteId, draft.Note, cancellation), draft, cancellation);
    }

    // What goes to the asker, with what it rests on and what is attached.
    private static async Task<(TicketDraft Draft, string? Wrong)> ReadAsync(HttpContext http, FileIntake files, KnowledgeSnapshot knowledge, string name)
    {
        var ticket = SeenTicket.Of(http).Ticket;
        var cited = CitedSources.Read(http.Request.Form["source"], knowledge, ticket.Language);
        var draft = TicketDraft.Read(http) with { Sources = cited.Sources };
        // Of those who may not send it nothing is kept.
        var taken = !ticket.IsClosed && ticket.Holder == TicketPages.Me(http) ? await files.OfFormAsync(http, ticket.ConversationId, draft.ReplyId) : TakenFiles.None;
        return (draft with { Files = taken.Files }, WrongWith(draft.Text, name)
            ?? (cited.Refused > 0 ? $"出典のうち{cited.Refused}件は、引用した言葉がいまの資料にないため外しました。確かめてから、もう一度送ってください。" : null)
            ?? (cited.Sources.Count > Reply.MostSources ? $"出典は{Reply.MostSources}件までにしてください。" : null)
            ?? (taken.Refused is { } refused ? refused.Say(Language.Japanese) + "まだ送信していません。" : null));
    }

    public static string? WrongWith(string text, string name, int longest = TicketTexts.Longest) =>
        text.Length == 0 ? $"{name}を入力してください。"
        : text.Length > longest ? $"{name}は{longest:N0}文字以内にしてください(現在{text.Length:N0}文字)。"
        : null;
}
