using System.Security.Cryptography;
using MedtechBot.Host.Askers;
using MedtechBot.Host.Pages;
using MedtechBot.Host.RequestLimits;

namespace MedtechBot.Host.WebChat;

/// <summary>The chat at the product's front door.</summary>
public static class WebChatSetup
{
    public static WebApplicationBuilder AddWebChat(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<WebChatBundle>();
        builder.Services.AddSingleton<ChatSession>();
        return builder;
    }

    public static WebApplication MapWebChat(this WebApplication app)
    {
        var bundle = app.Services.GetRequiredService<WebChatBundle>();
        var session = app.Services.GetRequiredService<ChatSession>();
        app.MapMethods("/", ["GET", "HEAD"], (HttpContext http, AskerIdentity askers) => Show(http, askers));
        app.MapMethods("/webchat/{hash}/webchat.js", ["GET", "HEAD"], bundle.Serve);
        app.MapPost("/chat/session", session.OpenAsync).Limit(Door.Token).DisableAntiforgery();
        return app;
    }

    private static IResult Show(HttpContext http, AskerIdentity askers)
    {
        askers.GetOrCreate(http);
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy = SecurityPolicy(http, nonce);
        http.Response.Headers.CacheControl = "no-store";
        return PageResult.Show<ChatPage>(parameters: ("Nonce", nonce));
    }

    // Web Chat writes its styles itself, under the nonce; its cards and emoji are data and blob images.
    private static string SecurityPolicy(HttpContext http, string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; "
        + $"connect-src 'self' ws://{http.Request.Host} wss://{http.Request.Host}; font-src 'self'; worker-src blob:; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
