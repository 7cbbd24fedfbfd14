using MedtechBot.Host.Pages;
using MedtechBot.Retention;
using Microsoft.Extensions.Options;

namespace MedtechBot.Host.PrivacyPages;

/// <summary>What the product keeps and may be relied on for: <c>/privacy</c> and <c>/terms</c>.</summary>
public static class PrivacyPagesSetup
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void AddPrivacyPages(this WebApplicationBuilder builder) =>
        builder.Services.AddOptions<OperatorOptions>().BindConfiguration("MedtechBot:Operator");

    public static void MapPrivacyPages(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/privacy", Reading, (IOptions<OperatorOptions> run, IOptions<RetentionOptions> kept) =>
            PageResult.Show<PrivacyPage>(StatusCodes.Status200OK, ("Operator", run.Value), ("Kept", kept.Value)));
        app.MapMethods("/terms", Reading, (IOptions<OperatorOptions> run) =>
            PageResult.Show<TermsPage>(StatusCodes.Status200OK, ("Operator", run.Value)));
    }
}
