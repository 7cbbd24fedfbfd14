using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MedtechBot.Deliveries.Webhooks;

/// <summary>Lets a receiver see that a call is ours, unchanged and fresh.</summary>
public static class WebhookSignature
{
    public const string Header = "X-MedtechBot-Signature";

    /// <summary><c>t=</c>seconds since 1970, <c>v1=</c>HMAC-SHA256 over those seconds, a dot and the body, in lower-case hexadecimal.</summary>
    public static string Of(string body, string secret, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
        return $"t={seconds},v1={Convert.ToHexStringLower(mac)}";
    }
}
