using MedtechBot.Channels;
using MedtechBot.Consultations.Intake;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.Pages;
using MedtechBot.Host.RequestLimits;

namespace MedtechBot.Host.QuickPage;

/// <summary>The page for phones: one field, no script, a few kilobytes.</summary>
public static class QuickPageSetup
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void AddQuickPage(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<QuickAccess>();
        builder.Services.AddSingleton<Consult>();
    }

    public static void MapQuickPage(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/ask", Reading, ShowStartAsync);
        app.MapPost("/ask", AskQuestion.HandleAsync).Limit(Door.Turn);
        app.MapMethods(QuickManifest.Address, Reading, QuickManifest.Show);
        app.MapMethods("/ask/consult", Reading, (HttpContext http, Consult consult) => consult.ShowAsync(http));
        app.MapPost("/ask/consult", (HttpContext http, Consult consult) => consult.HandleAsync(http)).CarriesFiles().Limit(Door.Turn);
        app.MapMethods("/ask/{conversation}", Reading, ShowConversationAsync);
        app.MapPost("/ask/{conversation}/thumb", RateAnswer.HandleAsync).Limit(Door.Turn);
    }

    private static async Task<IResult> ShowStartAsync(HttpContext http, QuickAccess access)
    {
        http.Response.Headers.CacheControl = "no-store";
        // Asked only when the button is pressed: an address that is opened, shared or reloaded asks nothing.
        var question = http.Request.Query["q"].ToString();
        return PageResult.Show<AskPage>(StatusCodes.Status200OK,
            ("Earlier", await access.ListEarlierAsync(http, 5)), ("Question", question.Length <= 4_000 ? question : ""));
    }

    private static async Task<IResult> ShowConversationAsync(HttpContext http, string conversation, QuickAccess access, Conversations conversations, IntakeDrafts drafts)
    {
        if (await access.FindOwnAsync(http, conversation) is null)
        {
            return ErrorPages.Show(http, StatusCodes.Status404NotFound);
        }
        http.Response.Headers.CacheControl = "no-store";
        return PageResult.Show<ConversationPage>(StatusCodes.Status200OK,
            ("ConversationId", conversation),
            ("Activities", await conversations.ReadAsync(conversation, -1, http.RequestAborted)),
            ("HasDraft", await drafts.FindAsync(conversation, http.RequestAborted) is not null),
            ("Rated", http.Request.Query["rated"].ToString()));
    }
}
