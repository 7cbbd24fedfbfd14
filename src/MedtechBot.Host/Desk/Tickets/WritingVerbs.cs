using MedtechBot.Coordination;
using MedtechBot.Host.Desk.Sources;
using MedtechBot.Knowledge;

namespace MedtechBot.Host.Desk.Tickets;

/// <summary>What is written on a ticket's page: to the asker, and for the desk alone.</summary>
internal static class WritingVerbs
{
    public static async Task<IResult> ReplyAsync(HttpContext http, ReplyToTicket reply, Func<KnowledgeSnapshot> knowledge, CancellationToken cancellation)
    {
        var ticket = SeenTicket.Of(http).Ticket;
        var (draft, wrong) = Read(http, knowledge(), "回答");
        return wrong is not null
            ? await TicketPages.WrongAsync(http, draft, wrong, cancellation)
            : await TicketPages.AfterAsync(http, reply.HandleAsync(
                new Reply(ticket.Number, TicketPages.Me(http), draft.ReplyId, draft.Text, draft.Version) { Sources = draft.Sources }, cancellation), draft, cancellation);
    }

    public static async Task<IResult> AskBackAsync(HttpContext http, AskBack ask, Func<KnowledgeSnapshot> knowledge, CancellationToken cancellation)
    {
        var ticket = SeenTicket.Of(http).Ticket;
        var (draft, wrong) = Read(http, knowledge(), "確認したいこと");
        return wrong is not null
            ? await TicketPages.WrongAsync(http, draft, wrong, cancellation)
            : await TicketPages.AfterAsync(http, ask.HandleAsync(ticket.Number, TicketPages.Me(http), draft.ReplyId, draft.Text, draft.Version, draft.Sources, cancellation), draft, cancellation);
    }

    public static async Task<IResult> NoteAsync(HttpContext http, WriteNote write, CancellationToken cancellation)
    {
        var draft = TicketDraft.Read(http);
        return WrongWith(draft.Note, "メモ") is { } wrong
            ? await TicketPages.WrongAsync(http, draft, wrong, cancellation)
            : await TicketPages.AfterAsync(http, write.HandleAsync(TicketPages.Number(http), TicketPages.Me(http), draft.NoteId, draft.Note, cancellation), draft, cancellation);
    }

    // What goes to the asker, with what it rests on.
    private static (TicketDraft Draft, string? Wrong) Read(HttpContext http, KnowledgeSnapshot knowledge, string name)
    {
        var cited = CitedSources.Read(http.Request.Form["source"], knowledge, SeenTicket.Of(http).Ticket.Language);
        var draft = TicketDraft.Read(http) with { Sources = cited.Sources };
        return (draft, WrongWith(draft.Text, name)
            ?? (cited.Refused > 0 ? $"出典のうち{cited.Refused}件は、引用した言葉がいまの資料にないため外しました。確かめてから、もう一度送ってください。" : null)
            ?? (cited.Sources.Count > Reply.MostSources ? $"出典は{Reply.MostSources}件までにしてください。" : null));
    }

    public static string? WrongWith(string text, string name, int longest = TicketTexts.Longest) =>
        text.Length == 0 ? $"{name}を入力してください。"
        : text.Length > longest ? $"{name}は{longest:N0}文字以内にしてください(現在{text.Length:N0}文字)。"
        : null;
}
