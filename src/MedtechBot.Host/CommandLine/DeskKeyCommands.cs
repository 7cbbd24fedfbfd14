using System.CommandLine;
using System.Globalization;
using MedtechBot.People;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>desk key</c>: keys by which other programs use the API.</summary>
internal static class DeskKeyCommands
{
    public static readonly string BadName = $"--name: {PersonName.Longest}文字以内。「API:」で始まる名前と「@」を含む名前は使えません。 / At most {PersonName.Longest} characters, not beginning with \"API:\", without \"@\".";

    public static Command Build()
    {
        var name = new Option<string>("--name") { Description = "What the key is called where its deeds are shown.", Required = true };
        var role = DeskCommands.RoleOption("What it may do: expert, coordinator or admin.");
        role.Required = true;
        var add = new Command("add", "Make a key and print it, once, as the last word.") { name, role };
        add.SetAction((result, cancellation) => DeskCommands.RunAsync(result, services =>
            AddAsync(result, services, result.GetRequiredValue(name), Roles.Parse(result.GetRequiredValue(role))!.Value, cancellation)));
        var list = new Command("list", "List the keys: name, role, made, last used, revoked.");
        list.SetAction((result, cancellation) => DeskCommands.RunAsync(result, services => ListAsync(result, services, cancellation)));
        var which = new Argument<string>("name") { Description = "The name it was made with." };
        var revoke = new Command("revoke", "Make a key worth nothing.") { which };
        revoke.SetAction((result, cancellation) => DeskCommands.RunAsync(result, services => RevokeAsync(result, services, result.GetRequiredValue(which), cancellation)));
        return new Command("key", "Keys of the API.") { add, list, revoke };
    }

    private static async Task<int> AddAsync(ParseResult result, IServiceProvider services, string name, Role role, CancellationToken cancellation)
    {
        var (key, problem) = await services.GetRequiredService<ApiKeys>().AddAsync(null, name, role, cancellation);
        if (key is null)
        {
            return await DeskCommands.RefuseAsync(result, problem == PersonProblem.NameTaken ? $"--name = \"{name}\": 同じ名前のキーがあります。 / There is a key of this name." : BadName);
        }
        await result.InvocationConfiguration.Output.WriteLineAsync($"{Person.KeyPrefix}{name} ({role.Code()}): {key}");
        return 0;
    }

    private static async Task<int> ListAsync(ParseResult result, IServiceProvider services, CancellationToken cancellation)
    {
        foreach (var key in await services.GetRequiredService<ApiKeys>().ListAsync(cancellation))
        {
            await result.InvocationConfiguration.Output.WriteLineAsync(string.Join('\t', key.Name, key.Role.Code(), Time(key.CreatedAt), Time(key.LastUsedAt), Time(key.RevokedAt)));
        }
        return 0;
    }

    private static async Task<int> RevokeAsync(ParseResult result, IServiceProvider services, string name, CancellationToken cancellation) =>
        await services.GetRequiredService<ApiKeys>().RevokeAsync(null, name, cancellation)
            ? 0
            : await DeskCommands.RefuseAsync(result, $"\"{name}\": その名前のキーはありません。 / There is no such key.");

    private static string Time(DateTimeOffset? at) => at?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "-";
}
