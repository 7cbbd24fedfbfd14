using MedtechBot.Host.Settings;

namespace MedtechBot.Host.Teams;

/// <summary>What kind of identity the bot has, as Azure registers it.</summary>
public enum BotAppType { MultiTenant, SingleTenant, UserAssignedMSI }

/// <summary>
/// The bot's registration, by the names that Bot Framework users know (<c>MicrosoftAppId</c> and so on), and whose tokens are taken:
/// settings below <c>MedtechBot:Teams</c>.
/// </summary>
/// <param name="AppId">Null when the bot is not registered.</param>
/// <param name="TenantId">Of a single tenant or a managed identity.</param>
/// <param name="Issuers">Who signs for the channels.</param>
/// <param name="MetadataAddress">Where the channels' keys are named.</param>
/// <param name="TenantIssuers">The tenant's own, beside them; none for a bot of many tenants.</param>
/// <param name="AllowedCallers">App ids whose tokens of the tenant are taken, beside the bot's own.</param>
public sealed record TeamsSettings(
    string? AppId,
    string? Password,
    BotAppType Type,
    string? TenantId,
    IReadOnlyList<string> Issuers,
    string MetadataAddress,
    IReadOnlyList<string> TenantIssuers,
    string? TenantMetadataAddress,
    IReadOnlyList<string> AllowedCallers)
{
    private const string Section = "MedtechBot:Teams";

    /// <exception cref="SettingException">Half of it is there, or something cannot be meant.</exception>
    public static TeamsSettings Read(IConfiguration configuration)
    {
        var (appId, tenant) = (Given(configuration, "MicrosoftAppId"), Given(configuration, "MicrosoftAppTenantId"));
        CheckId("MicrosoftAppId", appId);
        CheckId("MicrosoftAppTenantId", tenant);
        var type = TypeOf(Given(configuration, "MicrosoftAppType"));
        if (appId is not null && type != BotAppType.MultiTenant && tenant is null)
        {
            throw new SettingException("MicrosoftAppTenantId", null, $"MicrosoftAppType が {type} のときは、テナントIDも指定してください。", $"With MicrosoftAppType {type} give the id of the tenant too.");
        }
        if (appId is null && Given(configuration, "MicrosoftAppPassword") is not null)
        {
            throw new SettingException("MicrosoftAppId", null, "MicrosoftAppPassword と一緒に、アプリIDも指定してください。", "With MicrosoftAppPassword give the app id too.");
        }
        var cloud = TeamsCloud.Named(Given(configuration, $"{Section}:Cloud"), $"{Section}:Cloud");
        var ownTenant = type == BotAppType.MultiTenant ? null : tenant;
        return new TeamsSettings(
            appId,
            Given(configuration, "MicrosoftAppPassword"),
            type,
            tenant,
            Listed(configuration, $"{Section}:Issuers") is { Count: > 0 } issuers ? issuers : [cloud.Issuer],
            Address(configuration, $"{Section}:MetadataAddress") ?? cloud.MetadataAddress,
            ownTenant is null ? [] : Listed(configuration, $"{Section}:TenantIssuers") is { Count: > 0 } own ? own : cloud.TenantIssuers(ownTenant),
            ownTenant is null ? null : Address(configuration, $"{Section}:TenantMetadataAddress") ?? cloud.TenantMetadataAddress(ownTenant),
            Listed(configuration, $"{Section}:AllowedCallers"));
    }

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{AppId}, {Type}, {TenantId}";

    private static string? Given(IConfiguration configuration, string name) => configuration[name]?.Trim() is { Length: > 0 } value ? value : null;

    private static BotAppType TypeOf(string? type) => type is null ? BotAppType.MultiTenant
        : Enum.GetNames<BotAppType>().FirstOrDefault(n => n.Equals(type, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<BotAppType>(name)
        : throw new SettingException("MicrosoftAppType", type, "MultiTenant、SingleTenant、UserAssignedMSI のどれかを指定してください。", "Give MultiTenant, SingleTenant or UserAssignedMSI.");

    private static void CheckId(string setting, string? id)
    {
        if (id is not null && !Guid.TryParseExact(id, "D", out _))
        {
            throw new SettingException(setting, id, "00000000-0000-0000-0000-000000000000 の形のIDを指定してください。", "Give an id of the form 00000000-0000-0000-0000-000000000000.");
        }
    }

    private static IReadOnlyList<string> Listed(IConfiguration configuration, string setting)
    {
        var section = configuration.GetSection(setting);
        return [.. section.GetChildren().Select(c => c.Value).Append(section.Value)
            .SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
    }

    private static string? Address(IConfiguration configuration, string setting)
    {
        var address = Given(configuration, setting);
        if (address is not null && (!Uri.TryCreate(address, UriKind.Absolute, out var url) || (url.Scheme != "https" && !(url.Scheme == "http" && url.IsLoopback))))
        {
            throw new SettingException(setting, address, "https:// で始まるアドレスを指定してください。", "Give an address that begins with https://.");
        }
        return address;
    }
}
