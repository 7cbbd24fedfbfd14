using System.Net;
using MedtechBot.Host.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace MedtechBot.Host.RequestLimits;

/// <summary>
/// Setting <c>MedtechBot:TrustedProxies</c>: whose word for the visitor's address and scheme is taken (X-Forwarded-For and -Proto).
/// Nobody's by default, since anybody can write such headers.
/// </summary>
internal static class TrustedProxies
{
    public const string Setting = "MedtechBot:TrustedProxies";

    public static void UseTrustedProxies(this WebApplication app)
    {
        var proxies = Read(app.Configuration);
        if (proxies.Count == 0)
        {
            return;
        }
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }
        app.UseForwardedHeaders(options);
    }

    /// <summary>Addresses and networks such as 10.0.0.0/8, separated by commas or given one by one.</summary>
    /// <exception cref="SettingException">One of them is neither.</exception>
    public static IReadOnlyList<IPNetwork> Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Setting);
        return [.. section.GetChildren().Select(c => c.Value).Append(section.Value)
            .SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(text => Parse(text) ?? throw new SettingException(Setting, text,
                "アドレスか、10.0.0.0/8 のような範囲をコンマ区切りで指定してください。", "Give addresses or networks such as 10.0.0.0/8, separated by commas."))];
    }

    private static IPNetwork? Parse(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, 8 * address.GetAddressBytes().Length)
        : null;
}
