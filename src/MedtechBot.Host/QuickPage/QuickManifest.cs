using MedtechBot.Host.Pages;

namespace MedtechBot.Host.QuickPage;

/// <summary>What a phone needs to keep the quick page on its home screen.</summary>
internal static class QuickManifest
{
    public const string Address = "/ask/manifest.webmanifest";

    public static IResult Show(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Json(new
        {
            name = "MedtechBot 医療機器開発の相談",
            short_name = "MedtechBot",
            description = "医療機器開発の質問に、出典つきで答えます。",
            lang = "ja",
            id = "/ask",
            start_url = "/ask",
            scope = "/",
            display = "minimal-ui",
            background_color = "#f3f6f7",
            theme_color = "#0b5563",
            icons = new object[]
            {
                new { src = PageAssets.Url("icon-192.png"), sizes = "192x192", type = "image/png", purpose = "any maskable" },
                new { src = PageAssets.Url("icon-512.png"), sizes = "512x512", type = "image/png", purpose = "any maskable" },
                new { src = PageAssets.Url("icon.svg"), sizes = "any", type = "image/svg+xml", purpose = "any" },
            },
        }, contentType: "application/manifest+json");
    }
}
