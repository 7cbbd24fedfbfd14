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
        return builder;
    }
}
