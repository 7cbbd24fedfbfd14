using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace MedtechBot.Host.Pages;

/// <summary>The small files of the pages, served from the assembly: compressed once, addressed by content, cached for good.</summary>
public static class PageAssets
{
    private static readonly Dictionary<string, Asset> Files = typeof(PageAssets).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith("assets/", StringComparison.Ordinal))
        .Select(n => Load(n["assets/".Length..]))
        .ToDictionary(a => a.Name);

    /// <summary>The address of an asset; it changes with the content.</summary>
    public static string Url(string name) => $"/assets/{Files[name].Hash}/{name}";

    public static void MapPageAssets(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/assets/{hash}/{name}", ["GET", "HEAD"], (HttpContext http, string hash, string name) =>
            Files.TryGetValue(name, out var asset) && asset.Hash == hash
                ? Serve(http, asset, "public, max-age=31536000, immutable")
                : Results.NotFound());
        app.MapMethods("/favicon.ico", ["GET", "HEAD"], (HttpContext http) => Serve(http, Files["icon.svg"], "public, max-age=3600"));
    }

    private static IResult Serve(HttpContext http, Asset asset, string caching)
    {
        http.Response.Headers.CacheControl = caching;
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = http.Request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is null or > 0).Select(e => e.Value.Value).ToList();
        var (encoding, bytes) = asset.Brotli is not null && accepted.Contains("br") ? ("br", asset.Brotli)
            : asset.Gzip is not null && accepted.Contains("gzip") ? ("gzip", asset.Gzip)
            : (null, asset.Content);
        if (encoding is not null)
        {
            http.Response.Headers.ContentEncoding = encoding;
        }
        return Results.Bytes(bytes, asset.ContentType);
    }

    private static Asset Load(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream("assets/" + name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var compressible = !name.EndsWith(".png", StringComparison.Ordinal);
        return new Asset(name, ContentType(name), Convert.ToHexStringLower(SHA256.HashData(content))[..12], content,
            compressible ? Compress(content, s => new BrotliStream(s, CompressionLevel.SmallestSize)) : null,
            compressible ? Compress(content, s => new GZipStream(s, CompressionLevel.SmallestSize)) : null);
    }

    private static byte[] Compress(byte[] content, Func<Stream, Stream> compressor)
    {
        using var target = new MemoryStream();
        using (var stream = compressor(target))
        {
            stream.Write(content);
        }
        return target.ToArray();
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };

    private sealed record Asset(string Name, string ContentType, string Hash, byte[] Content, byte[]? Brotli, byte[]? Gzip);
}
