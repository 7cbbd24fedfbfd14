using MedtechBot.Host.RequestLimits;

namespace MedtechBot.Host.MyData;

/// <summary>What is kept about the asker who looks at the page: shown, handed out, erased.</summary>
public static class MyDataSetup
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapMyData(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/my-data", Reading, MyDataPages.ShowAsync);
        app.MapPost("/my-data/download", MyDataPages.DownloadAsync).Limit(Door.Export);
        app.MapMethods("/my-data/erase", Reading, MyDataPages.ConfirmAsync);
        app.MapPost("/my-data/erase", MyDataPages.EraseAsync).Limit(Door.Export);
    }
}
