using MedtechBot.Host.Pages;
using MedtechBot.Knowledge;
using MedtechBot.Turns;

namespace MedtechBot.Host.Desk.Sources;

/// <summary>Searches the knowledge beside the editor; answers with a piece of the page.</summary>
internal static class SourceSearch
{
    public static async Task<IResult> FindAsync(HttpContext http, Func<KnowledgeSnapshot> knowledge)
    {
        var query = PassageSuggestions.Cut(http.Request.Query["q"].ToString().Trim());
        var current = knowledge();
        // What was typed may be of somebody: then it goes nowhere.
        if (Screened.Of(query) is { IsUnchanged: true, IsWithheld: false })
        {
            await current.Search.ReadyAsync([query], http.RequestAborted);
        }
        return PageResult.Show<PassageList>(StatusCodes.Status200OK, ("Passages", PassageSuggestions.WithWhy(query, current)), ("CanCite", http.Request.Query["cite"] == "1"));
    }
}
