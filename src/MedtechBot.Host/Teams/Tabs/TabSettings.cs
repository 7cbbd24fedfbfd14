namespace MedtechBot.Host.Teams.Tabs;

/// <summary>Sign-in in the tabs: with the bot's registration, for people of its own tenant.</summary>
/// <param name="Audiences">For whom Teams may have a token made out: the app, by its id or by the address that the manifest names.</param>
/// <param name="MetadataAddress">The tenant's issuer and keys.</param>
internal sealed record TabSettings(string TenantId, IReadOnlyList<string> Audiences, string MetadataAddress)
{
    private const string DefaultAuthority = "https://login.microsoftonline.com";

    /// <returns>Null when the bot or its tenant is not registered.</returns>
    public static TabSettings? Read(IConfiguration configuration)
    {
        string? Given(string name) => configuration[name]?.Trim() is { Length: > 0 } value ? value : null;

        if (Given("MicrosoftAppId") is not { } appId || Given("MicrosoftAppTenantId") is not { } tenant)
        {
            return null;
        }
        var authority = (Given("MedtechBot:Teams:AuthorityHost") ?? DefaultAuthority).TrimEnd('/');
        return new TabSettings(
            tenant,
            Uri.TryCreate(Given("MedtechBot:PublicUrl"), UriKind.Absolute, out var url) ? [appId, $"api://{url.Host}/botid-{appId}"] : [appId],
            Given("MedtechBot:Teams:TenantMetadataAddress") ?? $"{authority}/{tenant}/v2.0/.well-known/openid-configuration");
    }
}
