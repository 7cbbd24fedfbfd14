namespace MedtechBot.Host.Tests.Access;

/// <summary>The product with every way in open, where one address may knock as often as it likes, and with mail and webhooks that arrive nowhere.</summary>
public sealed class AccessHost : ProductHost
{
    private static readonly string[] Limits = ["TurnsPerMinute", "TicketsPerHour", "UploadsPerMinute", "SignInsPerMinute", "ExportsPerHour", "ApiPerMinute"];

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(Limits.Select(l => KeyValuePair.Create("MedtechBot:Limits:" + l, "1000000")))
    {
        ["MedtechBot:DirectLine:TokensPerMinute"] = "1000000",
        ["MedtechBot:DirectLine:ActivitiesPerMinute"] = "1000000",
        ["MedtechBot:DirectLine:UploadsPerMinute"] = "1000000",
        ["MedtechBot:EntraId:TenantId"] = "11111111-2222-3333-4444-555555555555",
        ["MedtechBot:EntraId:ClientId"] = "66666666-7777-8888-9999-000000000000",
        ["MedtechBot:EntraId:ClientSecret"] = "secret-of-the-tenant",
        ["MedtechBot:EntraId:Instance"] = "http://127.0.0.1:9",
        ["MicrosoftAppId"] = "66666666-7777-8888-9999-000000000000",
        ["MicrosoftAppPassword"] = "secret-of-the-bot",
        ["MicrosoftAppType"] = "SingleTenant",
        ["MicrosoftAppTenantId"] = "11111111-2222-3333-4444-555555555555",
        ["MedtechBot:PublicUrl"] = "https://bot.example.jp",
        ["MedtechBot:Mail:Host"] = "127.0.0.1",
        ["MedtechBot:Mail:Port"] = "9",
        ["MedtechBot:Mail:From"] = "desk@example.jp",
        ["MedtechBot:Mail:StartTls"] = "false",
        ["MedtechBot:Webhooks:0:Url"] = "http://localhost:9/",
        ["MedtechBot:Webhooks:0:Secret"] = "0123456789abcdef",
    };
}
