using MedtechBot.People;

namespace MedtechBot.Host.People;

/// <summary>Who may come in at the desk and by the API, and what they did.</summary>
public static class PeopleSetup
{
    public static WebApplicationBuilder AddPeople(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<AuditLog>();
        services.AddSingleton<ListAudit>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<DeskLinks>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<AcceptInvitation>();
        services.AddSingleton<ChangePerson>();
        services.AddSingleton<OwnAccount>();
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<KnownBrowser>();
        builder.AddEntraId();
        return builder;
    }

    /// <summary>Reads who is signed in, and takes the answers of Entra ID; after what counts requests.</summary>
    public static void UsePeople(this WebApplication app) => app.UseAuthentication();
}
