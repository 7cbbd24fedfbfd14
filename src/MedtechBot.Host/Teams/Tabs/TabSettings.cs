namespace MedtechBot.Host.Teams.Tabs;

/// <summary>Sign-in in the tabs: with the bot's registration, for people of its own tenant.</summary>
/// <param name="Audiences">For whom Teams may have a token made out: the app, by its id or by the address that the manifest names.</param>
/// <param name="MetadataAddress">The tenant's issuer and keys.</param>
internal sealed record TabSettings(string TenantId, IReadOnlyList<string> Audiences, string MetadataAddress)
{
    private const string Cloud = "MedtechBot:Teams:Cloud";

    /// <returns>Null when the bot or its tenant is not registered.</returns>
    public static TabSettings? Read(TeamsSettings bot, IConfiguration configuration)
    {
        if (bot.AppId is not { } appId || bot.TenantId is not { } tenant)
        {
            return null;
        }
        return new TabSettings(
            tenant,
            Uri.TryCreate(configuration["MedtechBot:PublicUrl"], UriKind.Absolute, out var url) ? [appId, $"api://{url.Host}/botid-{appId}"] : [appId],
            bot.TenantMetadataAddress ?? TeamsCloud.Named(configuration[Cloud]?.Trim() is { Length: > 0 } cloud ? cloud : null, Cloud).TenantMetadataAddress(tenant));
    }
}
