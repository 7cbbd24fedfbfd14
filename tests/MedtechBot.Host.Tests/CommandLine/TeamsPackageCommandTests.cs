using MedtechBot.Host.Teams.Package;

namespace MedtechBot.Host.Tests.CommandLine;

/// <summary><c>teams package</c> in a process of its own.</summary>
public sealed class TeamsPackageCommandTests : IDisposable
{
    private const string Id = "3f2b8a50-1111-4222-8333-0123456789ab";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medtechbot-teams-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Writes_a_package_that_has_nothing_to_be_put_right_and_never_over_another()
    {
        string[] verb = ["teams", "package", "--app-id", Id.ToUpperInvariant(), "--domain", "Chat.example.jp", "--version", "1.2.0", "--out", "app.zip"];
        var (code, output, errors) = await ProductCommand.RunAsync(_folder.FullName, verb);

        Assert.Equal((0, ""), (code, errors));
        await using var zip = File.OpenRead(output.TrimEnd());
        Assert.Empty(PackageCheck.Problems(AppPackage.Open(zip), new PackageOrder(Id, "chat.example.jp", "1.2.0", "MedtechBot")));

        var (again, _, refusal) = await ProductCommand.RunAsync(_folder.FullName, verb);
        Assert.Equal(2, again);
        Assert.Contains("--out", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_to_do_about_each_thing_that_cannot_be_meant()
    {
        var (code, output, errors) = await ProductCommand.RunAsync(_folder.FullName, "teams", "package", "--app-id", "my bot", "--domain", "localhost:3978");

        Assert.Equal((2, ""), (code, output));
        Assert.Equal(["--app-id", "--domain"], errors.TrimEnd().Split('\n').Select(l => l.Split(' ')[0]));
        Assert.Empty(_folder.GetFiles());
    }
}
