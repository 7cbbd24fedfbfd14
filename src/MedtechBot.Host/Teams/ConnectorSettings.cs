using MedtechBot.Host.Settings;

namespace MedtechBot.Host.Teams;

/// <summary>
/// How we make ourselves known to the Bot Framework: <c>MicrosoftAppId</c> and its neighbours, which carry the names its users know, and
/// for other clouds <c>MedtechBot:Teams:AuthorityHost</c> and <c>MedtechBot:Teams:Scope</c>.
/// </summary>
internal sealed record ConnectorSettings
{
    public const string SingleTenant = "SingleTenant";
    public const string MultiTenant = "MultiTenant";
    public const string ManagedIdentity = "UserAssignedMSI";

    private const string Section = "MedtechBot:Teams";

    /// <summary>Null when there is no registration: then nothing is called but this machine, in Development, without a token.</summary>
    public string? AppId { get; init; }

    public string Type { get; init; } = MultiTenant;

    public string? Password { get; init; }

    /// <summary>A PEM or PFX file that is used instead of a password.</summary>
    public string? CertificatePath { get; init; }

    public string? CertificatePassword { get; init; }

    /// <summary>Where the token comes from; bots of many tenants get theirs from the Bot Framework's own.</summary>
    public string Tenant { get; init; } = "botframework.com";

    public Uri AuthorityHost { get; init; } = new("https://login.microsoftonline.com/");

    public string Scope { get; init; } = "https://api.botframework.com/.default";

    /// <summary>Connectors on this machine may be called without encryption.</summary>
    public bool AllowsLoopback { get; init; }

    /// <exception cref="SettingException">Names what could not work.</exception>
    public static ConnectorSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var section = configuration.GetSection(Section);
        var settings = new ConnectorSettings
        {
            AppId = Filled(configuration["MicrosoftAppId"]),
            Type = Filled(configuration["MicrosoftAppType"]) ?? MultiTenant,
            Password = Filled(configuration["MicrosoftAppPassword"]),
            CertificatePath = Filled(section["CertificatePath"]),
            CertificatePassword = Filled(section["CertificatePassword"]),
            AllowsLoopback = isDevelopment,
        };
        settings = settings with
        {
            Tenant = settings.Type == MultiTenant ? settings.Tenant : Filled(configuration["MicrosoftAppTenantId"]) ?? "",
            Scope = Filled(section["Scope"]) ?? settings.Scope,
            AuthorityHost = Filled(section["AuthorityHost"]) is { } host ? Https(host) : settings.AuthorityHost,
        };
        settings.Check(configuration["MicrosoftAppType"]);
        return settings;
    }

    private void Check(string? type)
    {
        if (AppId is null)
        {
            return;
        }
        if (Type is not (SingleTenant or MultiTenant or ManagedIdentity))
        {
            throw new SettingException("MicrosoftAppType", type, "MultiTenant、SingleTenant、UserAssignedMSIのどれかを指定してください。", "Give MultiTenant, SingleTenant or UserAssignedMSI.");
        }
        if (Type != ManagedIdentity && Password is null && CertificatePath is null)
        {
            throw new SettingException("MicrosoftAppPassword", "", "MicrosoftAppIdと一緒に、パスワードか証明書(MedtechBot:Teams:CertificatePath)を指定してください。", "With MicrosoftAppId give a password, or a certificate (MedtechBot:Teams:CertificatePath).");
        }
        if (Type == SingleTenant && Tenant.Length == 0)
        {
            throw new SettingException("MicrosoftAppTenantId", "", "SingleTenantではテナントのIDを指定してください。", "With SingleTenant give the tenant's id.");
        }
        if (CertificatePath is not null && !File.Exists(CertificatePath))
        {
            throw new SettingException($"{Section}:CertificatePath", CertificatePath, "このファイルはありません。", "There is no such file.");
        }
    }

    private static Uri Https(string host) => Uri.TryCreate(host, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
        ? address
        : throw new SettingException($"{Section}:AuthorityHost", host, "https://で始まるアドレスを指定してください。", "Give an https:// address.");

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
