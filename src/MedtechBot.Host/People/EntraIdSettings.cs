namespace MedtechBot.Host.People;

/// <summary>Sign-in with an organisation's own accounts. Settings below <c>MedtechBot:EntraId</c>; none of them means that there is no such sign-in.</summary>
public sealed record EntraIdSettings(string TenantId, string ClientId, string ClientSecret, string Instance);
