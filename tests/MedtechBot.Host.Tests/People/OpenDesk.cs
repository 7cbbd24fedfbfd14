namespace MedtechBot.Host.Tests.People;

/// <summary>The product with a door that many tests may knock at in one minute.</summary>
public sealed class OpenDesk : ProductHost
{
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["MedtechBot:Limits:SignInsPerMinute"] = "100000" };
}
