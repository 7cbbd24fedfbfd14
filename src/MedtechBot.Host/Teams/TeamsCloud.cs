using MedtechBot.Host.Settings;

namespace MedtechBot.Host.Teams;

/// <summary>Whose tokens are taken in a cloud of Azure. Setting <c>MedtechBot:Teams:Cloud</c>: Public (default), Government or China.</summary>
/// <param name="Login">Where the organisations' own tokens come from.</param>
/// <param name="Sts">Who signs the first version of those.</param>
/// <param name="BotTenant">Where bots of many tenants get their own.</param>
internal sealed record TeamsCloud(string Name, string Issuer, string MetadataAddress, string Login, string Sts, string BotTenant)
{
    private static readonly TeamsCloud[] All =
    [
        new("Public", "https://api.botframework.com", "https://login.botframework.com/v1/.well-known/openidconfiguration", "https://login.microsoftonline.com", "https://sts.windows.net", "botframework.com"),
        new("Government", "https://api.botframework.us", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "https://login.microsoftonline.us", "https://sts.windows.net", "MicrosoftServices.onmicrosoft.us"),
        new("China", "https://api.botframework.azure.cn", "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration", "https://login.partner.microsoftonline.cn", "https://sts.chinacloudapi.cn",
            "microsoftservices.partner.onmschina.cn"),
    ];

    public static TeamsCloud Public => All[0];

    /// <summary>What our own token is for.</summary>
    public string Scope => Issuer + "/.default";

    /// <exception cref="SettingException">There is no such cloud.</exception>
    public static TeamsCloud Named(string? name, string setting) => name is null ? All[0]
        : All.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new SettingException(setting, name, "Public、Government、China のどれかを指定してください。", "Give Public, Government or China.");

    public IReadOnlyList<string> TenantIssuers(string tenant) => [$"{Sts}/{tenant}/", $"{Login}/{tenant}/v2.0"];

    public string TenantMetadataAddress(string tenant) => $"{Login}/{tenant}/v2.0/.well-known/openid-configuration";
}
