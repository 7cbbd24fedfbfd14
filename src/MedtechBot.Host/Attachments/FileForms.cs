namespace MedtechBot.Host.Attachments;

/// <summary>Marks an endpoint whose form may carry files.</summary>
internal sealed record CarriesFiles;

internal static class FileForms
{
    public static TBuilder CarriesFiles<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new CarriesFiles());

    /// <summary>Bytes that may be read of a request.</summary>
    /// <param name="ofWords">As many as there may be of a form without files.</param>
    public static long LargestBody(HttpContext http, long ofWords) =>
        http.GetEndpoint()?.Metadata.GetMetadata<CarriesFiles>() is not null && IsSent(http) && http.RequestServices.GetRequiredService<FileIntake>().HasRoom
            ? FileRules.LargestForm : ofWords;

    /// <summary>Whether the request may carry files: forms without a file field are sent in another encoding.</summary>
    public static bool IsSent(HttpContext http) => http.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;
}
