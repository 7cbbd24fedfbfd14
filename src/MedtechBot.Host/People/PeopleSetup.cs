using MedtechBot.People;

namespace MedtechBot.Host.People;

/// <summary>Who may come in at the desk and by the API, and what they did.</summary>
public static class PeopleSetup
{
    public static WebApplicationBuilder AddPeople(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<AuditLog>();
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
        return builder;
    }
}
