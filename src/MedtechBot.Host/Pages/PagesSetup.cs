using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace MedtechBot.Host.Pages;

/// <summary>What every server-rendered page needs.</summary>
public static class PagesSetup
{
    public static void AddPages(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.TryAddSingleton(TimeProvider.System);
        // Japanese as itself: numeric entities would double the size of every page.
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddResponseCompression();
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        // Addresses carry what people look for; they do not belong in a log.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.Error);
    }

    /// <summary>Headers, compression and error pages; before everything that answers requests.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UsePageHeaders();
        app.UseResponseCompression();
        app.UseErrorPages();
    }
}
