using MedtechBot.Host.Pages;
using MedtechBot.Knowledge;

namespace MedtechBot.Host.KnowledgePages;

/// <summary>The knowledge base to read: its list, and each document with the quote of a citation marked.</summary>
public static class KnowledgePagesSetup
{
    private const int LongestQuery = 200;
    private const int LongestQuote = 2_000;
    private const int MostHits = 20;
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapKnowledgePages(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/knowledge", Reading, ShowList);
        app.MapMethods("/knowledge/{id}", Reading, ShowDocument);
    }

    private static IResult ShowList(HttpContext http, Func<KnowledgeSnapshot> knowledge)
    {
        var snapshot = knowledge();
        var query = Cut(http.Request.Query["q"].ToString().Trim(), LongestQuery);
        IReadOnlyList<Passage> hits = query.Length == 0 ? [] : [.. snapshot.Search.Search(query, MostHits).Select(h => h.Passage)];
        return PageResult.Show<ListPage>(StatusCodes.Status200OK, ("Snapshot", snapshot), ("Hits", hits), ("Query", query));
    }

    private static IResult ShowDocument(HttpContext http, string id, Func<KnowledgeSnapshot> knowledge, TimeProvider time)
    {
        // Ids are looked up and never made into a path.
        if (knowledge().FindDocument(id) is not { } document)
        {
            return ErrorPages.Show(http, StatusCodes.Status404NotFound);
        }
        return PageResult.Show<DocumentPage>(StatusCodes.Status200OK,
            ("Document", document), ("Today", JapaneseDay.Today(time)), ("Quote", Cut(http.Request.Query["q"].ToString(), LongestQuote)));
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
