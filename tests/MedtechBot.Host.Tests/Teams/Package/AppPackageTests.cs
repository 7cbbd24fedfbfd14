using System.Text;
using System.Text.Json.Nodes;
using MedtechBot.Host.Teams.Package;

namespace MedtechBot.Host.Tests.Teams.Package;

public sealed class AppPackageTests
{
    internal static readonly PackageOrder Order = new("3f2b8a50-1111-4222-8333-0123456789ab", "chat.example.jp", "1.2.0", "相談\"機構\"");

    [Fact]
    public void Is_filled_in_and_has_nothing_to_be_put_right()
    {
        var files = AppPackage.Fill(Order);

        Assert.Equal(["color.png", "en.json", "manifest.json", "outline.png"], files.Keys);
        Assert.Empty(PackageCheck.Problems(files, Order));
        var manifest = JsonNode.Parse(files[AppPackage.Manifest])!;
        Assert.Equal(Order.AppId, manifest["bots"]![0]!["botId"]!.GetValue<string>());
        Assert.Equal("https://chat.example.jp/privacy", manifest["developer"]!["privacyUrl"]!.GetValue<string>());
        Assert.Equal(Order.Developer, manifest["developer"]!["name"]!.GetValue<string>());
        Assert.Equal("api://chat.example.jp/botid-3f2b8a50-1111-4222-8333-0123456789ab", manifest["webApplicationInfo"]!["resource"]!.GetValue<string>());
    }

    [Fact]
    public void Comes_out_the_same_each_time_and_opens_as_it_was_written()
    {
        var (first, second) = (Zip(), Zip());

        Assert.Equal(first, second);
        Assert.Equal(AppPackage.Fill(Order), AppPackage.Open(new MemoryStream(first)));
    }

    [SkippableFact]
    public async Task Is_found_valid_by_Microsofts_own_schemas() => Assert.Empty(await AppManifestJudge.ComplaintsAsync(AppPackage.Fill(Order)));

    [SkippableTheory]
    [InlineData("manifest.json", "\"botId\"", "\"bot\"")]
    [InlineData("manifest.json", "\"short\": \"MedtechBot\"", "\"short\": \"MedtechBot, which is longer than thirty\"")]
    [InlineData("en.json", "staticTabs[1].name", "staticTabs[99].name")]
    public async Task Mistakes_are_found_by_those_schemas_and_by_ours(string file, string right, string wrong)
    {
        var files = AppPackage.Fill(Order).ToDictionary();
        files[file] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files[file]).Replace(right, wrong, StringComparison.Ordinal));

        Assert.NotEmpty(PackageCheck.Problems(files, Order));
        Assert.NotEmpty(await AppManifestJudge.ComplaintsAsync(files));
    }

    private static byte[] Zip()
    {
        using var zip = new MemoryStream();
        AppPackage.Write(zip, AppPackage.Fill(Order));
        return zip.ToArray();
    }
}
