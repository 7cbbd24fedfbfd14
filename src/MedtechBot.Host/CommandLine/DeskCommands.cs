using System.CommandLine;
using MedtechBot.Host.Desk;
using MedtechBot.Host.People;
using MedtechBot.Host.Settings;
using MedtechBot.Host.Storage;
using MedtechBot.People;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>desk link</c> and <c>desk key</c>: the doors of whoever administers the machine, from a process of its own over the same database.</summary>
internal static class DeskCommands
{
    public static Command Build()
    {
        var name = new Option<string?>("--name") { Description = "Whom the link is for; without it whoever opens it says their name." };
        var role = RoleOption("What somebody new becomes: expert, coordinator or admin. Who has an account keeps their role.");
        role.DefaultValueFactory = _ => Role.Admin.Code();
        var link = new Command("link", "Print a sign-in link for the desk: valid for 15 minutes, for one person.") { role, name };
        link.SetAction((result, cancellation) => RunAsync(result, services => PrintLinkAsync(result, services, Roles.Parse(result.GetValue(role))!.Value, result.GetValue(name), cancellation)));
        return new Command("desk", "The coordinators' desk.") { link, DeskKeyCommands.Build() };
    }

    public static Option<string> RoleOption(string description)
    {
        var role = new Option<string>("--role") { Description = description };
        role.AcceptOnlyFromAmong(Enum.GetValues<Role>().Select(r => r.Code()).ToArray());
        return role;
    }

    /// <summary>Opens the database and does the verb; a setting that cannot be used is one line and 2.</summary>
    public static async Task<int> RunAsync(ParseResult result, Func<IServiceProvider, Task<int>> verb)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        try
        {
            SettingsCheck.Check(builder.Configuration);
            builder.AddStorage();
            builder.AddPeople();
            builder.AddDesk();
            await using var app = builder.Build();
            await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync();
            return await verb(app.Services);
        }
        catch (SettingException refused)
        {
            return await RefuseAsync(result, refused.Message);
        }
    }

    public static async Task<int> RefuseAsync(ParseResult result, string reason)
    {
        await result.InvocationConfiguration.Error.WriteLineAsync(reason);
        return 2;
    }

    private static async Task<int> PrintLinkAsync(ParseResult result, IServiceProvider services, Role role, string? typed, CancellationToken cancellation)
    {
        PersonName name = default;
        if (typed is not null && !PersonName.TryRead(typed, out name))
        {
            return await RefuseAsync(result, DeskKeyCommands.BadName);
        }
        var token = await services.GetRequiredService<DeskLinks>().CreateAsync(role, name.Value, cancellation);
        await result.InvocationConfiguration.Output.WriteLineAsync(services.GetRequiredService<DeskAddress>().SignInLink(token));
        return 0;
    }
}
