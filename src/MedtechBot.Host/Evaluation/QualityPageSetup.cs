using MedtechBot.Host.Pages;
using MedtechBot.Host.Storage;

namespace MedtechBot.Host.Evaluation;

/// <summary>How good the answers are: the figures that the command line recorded last.</summary>
public static class QualityPageSetup
{
    public static void MapQualityPage(this IEndpointRouteBuilder app) => app.MapMethods("/quality", ["GET", "HEAD"], Show);

    private static IResult Show(HttpContext http, HostPaths paths) =>
        new OwnQuestions(paths).Latest() is { } figures
            ? PageResult.Show<QualityPage>(StatusCodes.Status200OK, ("Figures", figures))
            : ErrorPages.Show(http, StatusCodes.Status404NotFound);
}
