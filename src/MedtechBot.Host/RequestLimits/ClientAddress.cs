using System.Net;
using System.Net.Sockets;

namespace MedtechBot.Host.RequestLimits;

/// <summary>Whom a request is counted to.</summary>
internal static class ClientAddress
{
    private const int BytesOfNetwork = 8;

    /// <summary>The IPv4 address, or the first 64 bits of an IPv6 address: the rest of it anybody changes at will.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, BytesOfNetwork)),
        _ => address.ToString(),
    };
}
