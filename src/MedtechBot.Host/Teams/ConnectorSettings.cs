using MedtechBot.Host.Settings;

namespace MedtechBot.Host.Teams;

/// <summary>
/// How we make ourselves known to connectors: the bot's registration, and for what differs <c>MedtechBot:Teams:CertificatePath</c>,
/// <c>CertificatePassword</c>, <c>AuthorityHost</c>, <c>AuthorityTenant</c> and <c>Scope</c>.
/// </summary>
internal sealed record ConnectorSettings
{
    private const string Section = "MedtechBot:Teams";

    /// <summary>Null when there is no registration: then nothing is called but this machine, in Development, without a token.</summary>
    public string? AppId { get; init; }

    public BotAppType Type { get; init; }

    public string? Password { get; init; }

    /// <summary>A PEM or PFX file that is used instead of a password.</summary>
    public string? CertificatePath { get; init; }

    public string? CertificatePassword { get; init; }

    /// <summary>Where the token comes from; bots of many tenants get theirs from the Bot Framework's own.</summary>
    public string Tenant { get; init; } = TeamsCloud.Public.BotTenant;

    public Uri AuthorityHost { get; init; } = new(TeamsCloud.Public.Login);

    public string Scope { get; init; } = TeamsCloud.Public.Scope;

    /// <summary>Connectors on this machine may be called, and without encryption.</summary>
    public bool AllowsLoopback { get; init; }

    /// <exception cref="SettingException">Names what could not work.</exception>
    public static ConnectorSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var bot = TeamsSettings.Read(configuration);
        var cloud = TeamsCloud.Named(Given("Cloud"), $"{Section}:Cloud");
        var settings = new ConnectorSettings
        {
            AppId = bot.AppId,
            Type = bot.Type,
            Password = bot.Password,
            CertificatePath = Given("CertificatePath"),
            CertificatePassword = Given("CertificatePassword"),
            Tenant = Given("AuthorityTenant") ?? (bot.Type == BotAppType.MultiTenant ? cloud.BotTenant : bot.TenantId ?? ""),
            AuthorityHost = Https(Given("AuthorityHost") ?? cloud.Login),
            Scope = Given("Scope") ?? cloud.Scope,
            AllowsLoopback = isDevelopment,
        };
        settings.Check();
        return settings;

        string? Given(string name) => configuration[$"{Section}:{name}"]?.Trim() is { Length: > 0 } value ? value : null;
    }

    /// <summary>Without the secrets.</summary>
    public override string ToString() => $"{AppId}, {Type}, {Tenant}";

    private void Check()
    {
        if (AppId is not null && Type != BotAppType.UserAssignedMSI && Password is null && CertificatePath is null)
        {
            throw new SettingException("MicrosoftAppPassword", "", "MicrosoftAppId と一緒に、パスワードか証明書(MedtechBot:Teams:CertificatePath)を指定してください。", "With MicrosoftAppId give a password, or a certificate (MedtechBot:Teams:CertificatePath).");
        }
        if (CertificatePath is not null && !File.Exists(CertificatePath))
        {
            throw new SettingException($"{Section}:CertificatePath", CertificatePath, "このファイルはありません。", "There is no such file.");
        }
    }

    private static Uri Https(string host) => Uri.TryCreate(host, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
        ? address
        : throw new SettingException($"{Section}:AuthorityHost", host, "https:// で始まるアドレスを指定してください。", "Give an address that begins with https://.");
}
