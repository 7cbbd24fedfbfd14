using MedtechBot.Host.Pages;
using MedtechBot.Host.People;
using MedtechBot.Knowledge;
using MedtechBot.LearningFromUse;
using MedtechBot.People;

namespace MedtechBot.Host.Desk.Learned;

/// <summary>Where coordinators look through what the search learned from use. Who removes and restores is noted with the change itself.</summary>
internal static class LearnedRoutes
{
    public static void MapLearned(this RouteGroupBuilder desk)
    {
        var learned = desk.MapGroup("/learned").RequireRole(Role.Coordinator);
        learned.MapGet("", ShowAsync).AddEndpointFilter(ListAudit.NoteAsync);
        learned.MapPost("/remove", (HttpContext http, ReviewLearned review, CancellationToken cancellation) => DecideAsync(http, review, counts: false, cancellation));
        learned.MapPost("/restore", (HttpContext http, ReviewLearned review, CancellationToken cancellation) => DecideAsync(http, review, counts: true, cancellation));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ReviewLearned review, Func<KnowledgeSnapshot> knowledge, CancellationToken cancellation)
    {
        var view = LearnedView.Read(name => http.Request.Query[name]);
        var pairs = await review.ListAsync(view.Filter, cancellation);
        var current = knowledge();
        return PageResult.Show<LearnedPage>(StatusCodes.Status200OK,
            ("Visitor", DeskGuard.Visitor(http)), ("View", view), ("Count", pairs.Count), ("Groups", view.Groups(pairs, current)), ("Knowledge", current));
    }

    private static async Task<IResult> DecideAsync(HttpContext http, ReviewLearned review, bool counts, CancellationToken cancellation)
    {
        var form = http.Request.Form;
        return await review.DecideAsync(SignedIn.Of(http), form["passage"].ToString(), form["question"].ToString(), counts, cancellation)
            ? PageResult.SeeOther(http, LearnedView.Read(name => form[name]).Address)
            : ErrorPages.Show(http, StatusCodes.Status404NotFound);
    }
}
