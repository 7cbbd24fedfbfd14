using MedtechBot.Host.Settings;

namespace MedtechBot.Host.People;

/// <summary>Sign-in with an organisation's own accounts: settings below <c>MedtechBot:EntraId</c>. None of them, and there is no such sign-in.</summary>
/// <param name="Instance">Where the tenant lives, without a slash at the end. Default <c>https://login.microsoftonline.com</c>; national clouds have others.</param>
public sealed record EntraIdSettings(string TenantId, string ClientId, string ClientSecret, string Instance)
{
    private const string Section = "MedtechBot:EntraId";
    private const string DefaultInstance = "https://login.microsoftonline.com";

    // Anybody's tenant: whoever has a Microsoft account.
    private static readonly string[] Everybody = ["common", "organizations", "consumers"];

    public string AuthorizationEndpoint => $"{Instance}/{TenantId}/oauth2/v2.0/authorize";

    public string TokenEndpoint => $"{Instance}/{TenantId}/oauth2/v2.0/token";

    /// <summary>The tenant's issuer and keys.</summary>
    public string MetadataAddress => $"{Instance}/{TenantId}/v2.0/.well-known/openid-configuration";

    /// <returns>Null when nothing is configured.</returns>
    /// <exception cref="SettingException">Half of it is, or something cannot be meant.</exception>
    public static EntraIdSettings? Read(IConfiguration configuration)
    {
        string? Given(string name) => configuration[$"{Section}:{name}"]?.Trim() is { Length: > 0 } value ? value : null;

        var (tenant, client, secret) = (Given("TenantId"), Given("ClientId"), Given("ClientSecret"));
        if ((tenant, client, secret) is (null, null, null))
        {
            return null;
        }
        foreach (var (name, value) in new[] { ("TenantId", tenant), ("ClientId", client), ("ClientSecret", secret) })
        {
            if (value is null)
            {
                throw new SettingException($"{Section}:{name}", null, "TenantId、ClientId、ClientSecret は3つとも指定してください。", "Give TenantId, ClientId and ClientSecret, or none of them.");
            }
        }
        if (!tenant!.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') || Everybody.Contains(tenant, StringComparer.OrdinalIgnoreCase))
        {
            throw new SettingException($"{Section}:TenantId", tenant, "組織のテナントIDを指定してください。", "Give the id of your own tenant.");
        }
        var instance = Given("Instance") ?? DefaultInstance;
        if (!Uri.TryCreate(instance, UriKind.Absolute, out var address) || address.PathAndQuery != "/" || (address.Scheme != "https" && !(address.Scheme == "http" && address.IsLoopback)))
        {
            throw new SettingException($"{Section}:Instance", instance, "https:// で始まるアドレスを指定してください。", "Give an address that begins with https://.");
        }
        return new EntraIdSettings(tenant!, client!, secret!, address.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{Instance}/{TenantId}, {ClientId}";
}
