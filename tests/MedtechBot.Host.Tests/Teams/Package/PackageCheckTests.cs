using System.Text;
using System.Text.Json.Nodes;
using MedtechBot.Host.Teams.Package;

namespace MedtechBot.Host.Tests.Teams.Package;

/// <summary>Each mistake that Teams would refuse is named with where it stands, in both languages.</summary>
public sealed class PackageCheckTests
{
    private static readonly PackageOrder Order = AppPackageTests.Order;
    private readonly Dictionary<string, byte[]> _files = AppPackage.Fill(Order).ToDictionary();

    [Theory]
    [InlineData("validDomains[0]", "\"other.example.jp\"", "validDomains", "chat.example.jp")]
    [InlineData("validDomains[1]", "\"https://chat.example.jp\"", "validDomains[1]", "without https://")]
    [InlineData("validDomains[1]", "\"chat.example.jp:8443\"", "validDomains[1]", "Ports")]
    [InlineData("validDomains[1]", "\"*.example.jp\"", "validDomains[1]", "Wildcards")]
    [InlineData("validDomains[1]", "\"localhost\"", "validDomains[1]", "localhost")]
    [InlineData("bots[0].botId", "\"11111111-1111-4222-8333-0123456789ab\"", "bots[0].botId", "app id")]
    [InlineData("composeExtensions[0].botId", "\"{{botId}}\"", "composeExtensions[0].botId", "nothing fills")]
    [InlineData("webApplicationInfo.id", null, "webApplicationInfo.id", "needed")]
    [InlineData("webApplicationInfo.resource", "\"api://botid-x\"", "webApplicationInfo.resource", "Application ID URI")]
    [InlineData("developer.termsOfUseUrl", null, "developer.termsOfUseUrl", "needed")]
    [InlineData("developer.privacyUrl", "\"http://chat.example.jp/privacy\"", "developer.privacyUrl", "https://")]
    [InlineData("staticTabs[1].contentUrl", "\"https://elsewhere.example.jp/\"", "staticTabs[1].contentUrl", "validDomains")]
    [InlineData("version", "\"9.9.9\"", "version", "1.2.0")]
    [InlineData("accentColor", "\"teal\"", "accentColor", "colour")]
    [InlineData("description.short", "\"\"", "description.short", "empty")]
    [InlineData("description.short", "\"あああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああ\"", "description.short", "80")]
    public void A_field_that_cannot_be_so_is_named(string field, string? value, string where, string advice)
    {
        var manifest = JsonNode.Parse(_files[AppPackage.Manifest])!;
        Change(manifest, field, value is null ? null : JsonNode.Parse(value));
        _files[AppPackage.Manifest] = Encoding.UTF8.GetBytes(manifest.ToJsonString());

        Assert.Contains(PackageCheck.Problems(_files, Order), p =>
            p.Where == "manifest.json " + where && p.English.Contains(advice, StringComparison.Ordinal) && p.Japanese.Length > 0);
    }

    [Fact]
    public void A_translation_that_is_missing_too_long_or_of_nothing_is_named()
    {
        var english = JsonNode.Parse(_files["en.json"])!.AsObject();
        english.Remove("name.full");
        english["name.short"] = new string('x', 31);
        english["staticTabs[7].name"] = "nowhere";
        _files["en.json"] = Encoding.UTF8.GetBytes(english.ToJsonString());

        Assert.Equal(["en.json name.full", "en.json name.short", "en.json staticTabs[7].name"], PackageCheck.Problems(_files, Order).Select(p => p.Where).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Files_that_are_missing_or_too_many_are_named()
    {
        _files.Remove("outline.png");
        _files.Remove("en.json");
        _files["notes.txt"] = [];

        Assert.Equal(["en.json", "notes.txt", "outline.png"], PackageCheck.Problems(_files, Order).Select(p => p.Where).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Icons_of_another_size_ground_or_colour_are_named()
    {
        (_files["color.png"], _files["outline.png"]) = (_files["outline.png"], _files["color.png"]);

        var problems = PackageCheck.Problems(_files, Order);

        Assert.Contains(problems, p => p is { Where: "color.png", Value: "32×32" });
        Assert.Contains(problems, p => p is { Where: "outline.png", Value: "192×192" });
        Assert.Contains(problems, p => p.Where == "outline.png" && p.English.Contains("transparent", StringComparison.Ordinal));
        Assert.Contains(problems, p => p is { Where: "outline.png", Value: "#0B5563" });
    }

    [Theory]
    [InlineData("manifest.json", "[]")]
    [InlineData("manifest.json", "{\"name\":")]
    [InlineData("en.json", "\"x\"")]
    [InlineData("color.png", "GIF89a")]
    [InlineData("outline.png", "\u0089PNG\r\n\u001a\n\u007f\u007f\u007f\u007fIHDR")]
    public void What_cannot_be_read_is_named(string file, string content)
    {
        _files[file] = Encoding.Latin1.GetBytes(content);

        Assert.Contains(PackageCheck.Problems(_files, Order), p => p.Where == file);
    }

    // bots[0].botId: the field itself is replaced, or removed.
    private static void Change(JsonNode manifest, string field, JsonNode? value)
    {
        var steps = field.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        var parent = steps[..^1].Aggregate(manifest, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        if (parent is JsonArray list)
        {
            var index = int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture);
            if (index < list.Count)
            {
                list[index] = value;
            }
            else
            {
                list.Add(value);
            }
        }
        else if (value is null)
        {
            parent.AsObject().Remove(steps[^1]);
        }
        else
        {
            parent[steps[^1]] = value;
        }
    }
}
