namespace MedtechBot.Host.Tests.People;

/// <summary>The product with sign-in by the stand-in's tenant.</summary>
public sealed class EntraDesk : ProductHost
{
    // Started before the product reads its settings.
    private readonly EntraStandIn _tenant = EntraStandIn.Start();

    internal EntraStandIn Tenant => _tenant;

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["MedtechBot:Limits:SignInsPerMinute"] = "100000",
        ["MedtechBot:EntraId:TenantId"] = EntraStandIn.Tenant,
        ["MedtechBot:EntraId:ClientId"] = EntraStandIn.Client,
        ["MedtechBot:EntraId:ClientSecret"] = EntraStandIn.ClientSecret,
        ["MedtechBot:EntraId:Instance"] = _tenant.Address,
    };
}
