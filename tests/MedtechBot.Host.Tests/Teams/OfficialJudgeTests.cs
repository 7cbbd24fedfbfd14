using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MedtechBot.Host.Tests.DirectLine;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>The official library, botframework-connector, judges the same requests; needs tests/npm installed.</summary>
public sealed class OfficialJudgeTests(RegisteredHost host) : IClassFixture<RegisteredHost>
{
    private static readonly string Folder = Path.Combine(
        typeof(OfficialClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!, "tests", "npm");

    // Refused here and let in by the library.
    private static readonly string[] StricterHere =
    [
        "a key that does not say for whom", // the library asks for endorsements only where a key has some
        "a key that may sign for nobody", // the same
        "a key that is not for signing", // it does not read what a key is for
        "an activity without an address", // it compares addresses only where the activity has one
        "an empty address for answers", // the same
        "without an end", // a token may be good for ever there
        "an activity with an empty channel", // anybody may sign for no channel
    ];

    [SkippableFact]
    public async Task Whatever_the_official_library_refuses_is_refused_here()
    {
        Skip.IfNot(Directory.Exists(Path.Combine(Folder, "node_modules", "botframework-connector")), "tests/npm is not installed (npm ci)");
        var cases = HostileTokens.All.Select(c => (Name: c.Key, Token: c.Value(host.Service)))
            .Append((Name: "good", Token: new HostileToken("Bearer " + host.Service.Token()))).ToList();

        var accepted = await JudgeAsync(cases);

        Assert.Equal(StricterHere.Append("good").Order(StringComparer.Ordinal), accepted.Order(StringComparer.Ordinal));
    }

    private async Task<IReadOnlyList<string>> JudgeAsync(IReadOnlyList<(string Name, HostileToken Token)> cases)
    {
        var utf8 = new UTF8Encoding(false);
        using var process = Process.Start(new ProcessStartInfo("node", ["token-judge.mjs", host.Service.MetadataAddress, BotFrameworkStandIn.AppId])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        })!;
        var asked = cases.Select(c =>
        {
            var activity = RegisteredHost.GoodActivity();
            c.Token.Change?.Invoke(activity);
            return new JsonObject { ["name"] = c.Name, ["header"] = c.Token.Header ?? "", ["activity"] = activity };
        });
        await process.StandardInput.WriteAsync(new JsonArray([.. asked]).ToJsonString());
        process.StandardInput.Close();
        var answer = await process.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        return JsonSerializer.Deserialize<string[]>(answer)!;
    }
}
