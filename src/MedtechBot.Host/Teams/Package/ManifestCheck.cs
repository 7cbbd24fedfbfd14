using System.Text.RegularExpressions;

namespace MedtechBot.Host.Teams.Package;

/// <summary>What Microsoft's schema asks of a manifest, and what it cannot ask: that ids and domains are those of this registration.</summary>
internal static partial class ManifestCheck
{
    private static readonly string[] Required =
    [
        "$schema", "manifestVersion", "version", "id",
        "developer.name", "developer.websiteUrl", "developer.privacyUrl", "developer.termsOfUseUrl",
        "name.short", "name.full", "description.short", "description.full",
        "icons.color", "icons.outline", "accentColor", "localizationInfo.defaultLanguageTag",
        "bots[0].botId", "bots[0].scopes[0]", "composeExtensions[0].botId", "composeExtensions[0].commands[0].id",
        "validDomains[0]", "webApplicationInfo.id", "webApplicationInfo.resource",
    ];

    private static readonly string[] Ids = ["id", "bots[].botId", "composeExtensions[].botId", "webApplicationInfo.id"];

    /// <param name="leaves">Every value of the manifest.</param>
    public static IEnumerable<PackageProblem> Problems(IReadOnlyList<(string Path, string Value)> leaves, PackageOrder order) =>
        Missing(leaves)
            .Concat(leaves.SelectMany(l => Values(l.Path, l.Value, order)))
            .Concat(Domains(leaves, order))
            .Concat(ManifestTexts.Problems(AppPackage.Manifest, leaves));

    private static IEnumerable<PackageProblem> Missing(IReadOnlyList<(string Path, string Value)> leaves) =>
        Required.Except(leaves.Select(l => l.Path)).Select(path => Of(path, null, "この項目が必要です。書き足してください。", "This field is needed; add it."));

    private static IEnumerable<PackageProblem> Values(string path, string value, PackageOrder order)
    {
        if (value.Contains("{{", StringComparison.Ordinal))
        {
            yield return Of(path, value, "埋められない目印が残っています。{{appId}}、{{domain}}、{{version}}、{{developer}} だけが使えます。", "A mark is left that nothing fills; there are {{appId}}, {{domain}}, {{version}} and {{developer}}.");
        }
        else if (Ids.Contains(JsonLeaves.Everywhere(path)) && !value.Equals(order.AppId, StringComparison.OrdinalIgnoreCase))
        {
            yield return Of(path, value, $"アプリID {order.AppId} と同じにしてください。", $"It must be the app id {order.AppId}.");
        }
        else if (path == "webApplicationInfo.resource" && !value.Equals(order.Resource, StringComparison.OrdinalIgnoreCase))
        {
            yield return Of(path, value, $"{order.Resource} にしてください。Azure の「アプリケーション ID の URI」とも同じにします。", $"It must be {order.Resource}, and so must the Application ID URI in Azure.");
        }
        else if (path == "version" && value != order.Version)
        {
            yield return Of(path, value, $"{order.Version} にしてください。", $"It must be {order.Version}.");
        }
        else if (path == "accentColor" && !Colour().IsMatch(value))
        {
            yield return Of(path, value, "#0B5563 のような色を書いてください。", "Write a colour like #0B5563.");
        }
    }

    // Teams shows no page that is elsewhere, and says little about why.
    private static IEnumerable<PackageProblem> Domains(IReadOnlyList<(string Path, string Value)> leaves, PackageOrder order)
    {
        var valid = leaves.Where(l => JsonLeaves.Everywhere(l.Path) == "validDomains[]").ToList();
        if (valid.Count > 0 && valid.All(d => d.Value != order.Domain))
        {
            yield return Of("validDomains", null, $"{order.Domain} を加えてください。", $"Add {order.Domain}.");
        }
        foreach (var (path, value) in valid)
        {
            if (PackageOrder.ProblemOf(value) is var (japanese, english))
            {
                yield return Of(path, value, japanese, english);
            }
        }
        foreach (var (path, value) in leaves.Where(l => l.Path.EndsWith("Url", StringComparison.Ordinal)))
        {
            if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme != "https" || !address.IsDefaultPort || valid.All(d => d.Value != address.Host))
            {
                yield return Of(path, value, "validDomains にあるドメインの、https:// で始まるアドレスにしてください。", "Write an address that begins with https:// at one of validDomains.");
            }
        }
    }

    private static PackageProblem Of(string path, string? value, string japanese, string english) => new($"{AppPackage.Manifest} {path}", value, japanese, english);

    [GeneratedRegex(@"\A#[0-9A-Fa-f]{6}\z")]
    private static partial Regex Colour();
}
