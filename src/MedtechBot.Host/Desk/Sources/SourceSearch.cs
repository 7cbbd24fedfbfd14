using MedtechBot.Host.Pages;
using MedtechBot.Knowledge;

namespace MedtechBot.Host.Desk.Sources;

/// <summary>Searches the knowledge beside the editor; answers with a piece of the page.</summary>
internal static class SourceSearch
{
    public static IResult Find(HttpContext http, Func<KnowledgeSnapshot> knowledge) =>
        PageResult.Show<PassageList>(StatusCodes.Status200OK,
            ("Passages", PassageSuggestions.WithWhy(http.Request.Query["q"].ToString().Trim(), knowledge())), ("CanCite", http.Request.Query["cite"] == "1"));
}
