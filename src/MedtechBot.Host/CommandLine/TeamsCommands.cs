using System.CommandLine;
using MedtechBot.Host.Teams.Package;
using MedtechBot.Storage.Moving;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>teams package</c>: the file by which the product is installed in Teams.</summary>
internal static class TeamsCommands
{
    public static Command Build()
    {
        var appId = new Option<string>("--app-id") { Description = "The Application (client) ID of the bot's registration in Azure.", Required = true };
        var domain = new Option<string>("--domain") { Description = "The host that people and Teams reach the product at, for example chat.example.jp.", Required = true };
        var version = new Option<string>("--version") { Description = "The package's version; each update needs a greater one.", DefaultValueFactory = _ => "1.0.0" };
        var developer = new Option<string>("--developer") { Description = "Who runs it, as Teams shows it.", DefaultValueFactory = _ => "MedtechBot" };
        var file = new Option<string>("--out") { Description = "The zip to write; relative to the folder you are in.", DefaultValueFactory = _ => "medtechbot-teams.zip" };
        var package = new Command("package", "Write the app package for Teams and check it.") { appId, domain, version, developer, file };
        package.SetAction((result, _) => WriteAsync(
            result,
            new PackageOrder(result.GetRequiredValue(appId).Trim().ToLowerInvariant(), result.GetRequiredValue(domain).Trim().ToLowerInvariant(), result.GetRequiredValue(version).Trim(), result.GetRequiredValue(developer)),
            Path.GetFullPath(result.GetRequiredValue(file))));
        return new Command("teams", "Microsoft Teams.") { package };
    }

    private static async Task<int> WriteAsync(ParseResult result, PackageOrder order, string path)
    {
        var problems = order.Problems().ToList();
        var files = AppPackage.Fill(order);
        if (problems.Count == 0)
        {
            problems.AddRange(PackageCheck.Problems(files, order));
        }
        if (problems.Count > 0)
        {
            return await DeskCommands.RefuseAsync(result, string.Join(Environment.NewLine, problems));
        }
        try
        {
            await NewFile.WriteAsync(path, part =>
            {
                using var zip = new FileStream(part, FileMode.Open, FileAccess.ReadWrite);
                AppPackage.Write(zip, files);
                return Task.CompletedTask;
            });
        }
        catch (Exception failure) when (failure is MoveRefusedException or IOException or UnauthorizedAccessException)
        {
            return await DeskCommands.RefuseAsync(result, $"--out: {failure.Message.ReplaceLineEndings(" ")}");
        }
        await result.InvocationConfiguration.Output.WriteLineAsync(path);
        return 0;
    }
}
