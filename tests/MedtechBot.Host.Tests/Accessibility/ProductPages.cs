using MedtechBot.People;
using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.Accessibility;

/// <summary>Every page of the product, each with its route and the way to it. A new page is one more line.</summary>
internal static class ProductPages
{
    public static readonly IReadOnlyList<ProductPage> All =
    [
        new("chat", "/", (page, _) => page.GotoAsync("/"), "#shell[hidden]"),
        new("chat with an answer", "/", (page, _) => Ways.AskInChatAsync(page, SmallKnowledge.Question), "#chat .live a[href*='/knowledge/test-support']"),
        new("chat with the form", "/", (page, _) => Ways.AskInChatAsync(page, Ways.Unanswerable), "#chat .live input[type=email]"),
        new("chat with own consultations", "/", Ways.OwnConsultationsInChatAsync, "#chat .live .ac-adaptiveCard"),
        new("question", "/ask", (page, _) => page.GotoAsync("/ask"), "textarea"),
        new("question in English", "/ask", (page, _) => page.GotoAsync("/ask?lang=en"), "textarea"),
        new("answer", "/ask/{conversation}", Ways.AskAsync, ".cites"),
        new("consultation form", "/ask/consult", (page, _) => page.GotoAsync("/ask/consult"), "textarea"),
        new("form before it is sent", "/ask/consult", (page, _) => Ways.CheckAsync(page), "button[value=send]"),
        new("form with something missing", "/ask/consult", Ways.CheckWithoutAddressAsync, "[role=alert]"),
        new("sources", "/knowledge", (page, _) => page.GotoAsync("/knowledge?q=料金"), ".list"),
        new("source with a quote", "/knowledge/{id}", (page, _) => page.GotoAsync($"/knowledge/test-support?q={Uri.EscapeDataString(SmallKnowledge.Quote)}#fee"), "mark"),
        new("quality", "/quality", (page, _) => page.GotoAsync("/quality"), "table"),
        new("privacy", "/privacy", (page, _) => page.GotoAsync("/privacy"), "#contact"),
        new("terms", "/terms", (page, _) => page.GotoAsync("/terms"), "#contact"),
        new("privacy in English", "/privacy", (page, _) => page.GotoAsync("/privacy?lang=en"), "#contact"),
        new("terms in English", "/terms", (page, _) => page.GotoAsync("/terms?lang=en"), "#contact"),
        new("my data", "/my-data", Ways.AfterAsking("/my-data"), "table"),
        new("erasing", "/my-data/erase", Ways.AfterAsking("/my-data/erase"), "form[action='/my-data/erase']"),
        new("own consultations", "/consultations", Ways.AfterConsulting(_ => "/consultations"), ".card"),
        new("own consultation", "/consultations/{key}", Ways.AfterConsulting(number => "/consultations/" + number), "textarea"),
        new("consultation by its link", "/c/{key}", Ways.ByLinkAsync, "form[action$='/rate']"),
        new("consultation that asks for consent", "/c/{key}", Ways.AskedForConsentAsync, "form[action$='/introduce']"),
        new("not found", "", (page, _) => page.GotoAsync("/no-such-page"), "h1"),
        new("link that opens nothing", "/c/{key}", (page, _) => page.GotoAsync("/c/none"), "h1"),
        new("desk without sign-in", "/desk", (page, _) => page.GotoAsync("/desk"), "h1"),
        new("desk sign-in", "/desk/sign-in/{token}", async (page, host) => await page.GotoAsync(await Ways.SignInLinkAsync(host)), "#name"),
        new("desk sign-in by a link used before", "/desk/sign-in/{token}", (page, _) => page.GotoAsync("/desk/sign-in/used"), "h1"),
        new("desk sign-in with a password", "/desk/sign-in", (page, _) => page.GotoAsync("/desk/sign-in"), "form"),
        new("invitation", "/desk/invitation/{token}", Ways.InvitedAsync, "form[action^='/desk/invitation/']"),
        new("desk", "/desk", Ways.AtDesk(number => "/desk"), ".tickets"),
        new("desk search", "/desk", Ways.AtDesk(number => "/desk?view=all&q=" + number), ".tickets"),
        new("ticket", "/desk/tickets/{number}", Ways.AtDesk(number => "/desk/tickets/" + number), "form[action$='/take']"),
        new("ticket in charge", "/desk/tickets/{number}", Ways.AtDesk(number => "/desk/tickets/" + number, Ways.TakeAsync), "#text"),
        new("ticket with a referral", "/desk/tickets/{number}", Ways.AtDesk(number => "/desk/tickets/" + number, Ways.ReferAsync), ".referral"),
        new("ticket just closed", "/desk/tickets/{number}", Ways.AtDesk(number => "/desk/tickets/" + number, Ways.CloseAsync), "form[action$='/reopen']"),
        new("confidential ticket", "/desk/tickets/{number}", Ways.ConfidentialAsync, "form[action$='/take']"),
        new("people of the desk", "/desk/people", Ways.AtDesk(_ => "/desk/people"), "h1"),
        new("person of the desk", "/desk/people/{id}", Ways.AtDesk(_ => "/desk/people", page => page.Locator("main td a[href^='/desk/people/']").First.ClickAsync()), "form[action$='/disable'], form[action^='/desk/people/']"),
        new("page for administrators", "/desk/people", Ways.AtDesk(_ => "/desk/people", null, Role.Expert), "h1"),
        new("learned questions", "/desk/learned", Ways.LearnedAsync, "form[action='/desk/learned/remove']"),
        new("own account", "/desk/account", Ways.AtDesk(_ => "/desk/account"), "h1"),
        new("own account with a code for Teams", "/desk/account", Ways.AtDesk(_ => "/desk/account", Ways.AskForTeamsCodeAsync), "[aria-labelledby='teams-heading'] code"),
        new("own account tied to Teams", "/desk/account", Ways.TiedToTeamsAsync, "form[action='/desk/account/teams/untie']"),
        new("tab without sign-in", "/teams/tab/consultations", (page, _) => page.GotoAsync("/teams/tab/consultations"), "#outside:not([hidden])"),
        new("tab of own consultations", "/teams/tab/consultations", TabWays.AtTab(_ => "/teams/tab/consultations"), "a.card"),
        new("tab of one consultation", "/teams/tab/consultations/{number}", TabWays.AtTab(number => "/teams/tab/consultations/" + number), "textarea"),
        new("tab of the desk", "/teams/tab/desk", TabWays.AtTab(_ => "/teams/tab/desk"), ".tickets"),
        new("tab of the desk for somebody else", "/teams/tab/desk", TabWays.AtTab(_ => "/teams/tab/desk", isOfTheDesk: false), "h1"),
        new("adding the tab of the desk", "/teams/tab/configure", (page, _) => page.GotoAsync("/teams/tab/configure"), "h1"),
        new("audit log", "/desk/audit", Ways.AtDesk(_ => "/desk/audit"), "table"),
    ];

    /// <summary>What is fetched and is no page of its own, and why.</summary>
    public static readonly IReadOnlyList<(string Route, string Reason)> NoPages =
    [
        ("/health", "for machines"), ("/api/openapi.json", "for programs"), ("/api/tickets", "for programs"), ("/api/tickets/{number}", "for programs"),
        ("/desk/tickets.csv", "a file"), ("/desk/audit.csv", "a file"), ("/desk/tickets/{number}/files/{id}", "a file"), ("/api/tickets/{number}/files/{id}", "a file"),
        ("/consultations/{key}/files/{id}", "a file"), ("/c/{key}/files/{id}", "a file"), ("/f/{key}", "a file"), ("/v3/directline/attachments/{id}", "a file"),
        ("/teams/tab/consultations/{number}/files/{id}", "a file"),
        ("/favicon.ico", "a picture"), ("/assets/{hash}/{name}", "styles and scripts"), ("/webchat/{hash}/webchat.js", "a script"), ("/ask/manifest.webmanifest", "for browsers"),
        ("/v3/directline/conversations/{conversationId}", "for chat clients"), ("/v3/directline/conversations/{conversationId}/activities", "for chat clients"),
        ("/v3/directline/conversations/{conversationId}/stream", "for chat clients"), ("/v3/directline/session/getsessionid", "for chat clients"),
        ("/desk/events", "a stream of changes"), ("/desk/search", "a part of the ticket's page"), ("/desk/tickets/{number}/now", "a part of the ticket's page"),
        ("/desk/{**rest}", "nothing is there"),
    ];
}

/// <param name="Route">As the product maps it; empty for what is nowhere.</param>
/// <param name="Shows">What is there once the page is ready.</param>
internal sealed record ProductPage(string Name, string Route, Func<IPage, ProductHost, Task> Open, string Shows);
