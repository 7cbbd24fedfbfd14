using MedtechBot.Deliveries.Webhooks;
using MedtechBot.Host.Settings;

namespace MedtechBot.Host.Deliveries;

/// <summary>The section <c>MedtechBot:Webhooks</c>, a list.</summary>
internal static class WebhookSettings
{
    private const string Section = "MedtechBot:Webhooks";

    /// <exception cref="SettingException">Names the first entry that could not work.</exception>
    public static IReadOnlyList<WebhookEndpoint> Read(IConfiguration configuration)
    {
        var endpoints = new List<WebhookEndpoint>();
        foreach (var entry in configuration.GetSection(Section).GetChildren())
        {
            var endpoint = new WebhookEndpoint { Url = entry["Url"] ?? "", Secret = entry["Secret"] ?? "", Events = entry["Events"] ?? "" };
            if (!WebhookEndpoint.IsAllowed(endpoint.Url))
            {
                // Not shown: such addresses tend to hold a secret.
                throw new SettingException($"{entry.Path}:Url", "…", "公開されている https:// のアドレスを指定してください(このコンピューターだけは http:// も使えます)。", "Give a public https:// address; only on this machine may it be http://.");
            }
            if (endpoint.Secret.Length < WebhookEndpoint.ShortestSecret)
            {
                throw new SettingException($"{entry.Path}:Secret", "…", $"{WebhookEndpoint.ShortestSecret}文字以上の秘密の文字列を指定してください。", $"Give a secret of at least {WebhookEndpoint.ShortestSecret} characters.");
            }
            if (endpoints.Any(e => e.Url == endpoint.Url))
            {
                throw new SettingException($"{entry.Path}:Url", "…", "同じアドレスが2回指定されています。", "This address is given twice.");
            }
            endpoints.Add(endpoint);
        }
        return endpoints;
    }
}
