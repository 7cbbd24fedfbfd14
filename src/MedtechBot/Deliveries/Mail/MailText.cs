using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MedtechBot.Deliveries.Mail;

/// <summary>A mail in plain text.</summary>
public sealed record MailText(string To, string Subject, string Body)
{
    private const int LongestAddress = 254;
    private const int LongestSubject = 200;

    /// <param name="key">The same for the same mail; becomes its Message-ID.</param>
    public OutboxMessage ToOutbox(string key) => new(OutboxKinds.Mail, key, To, JsonSerializer.Serialize(this, JsonSerializerOptions.Web));

    /// <exception cref="JsonException">That is no mail.</exception>
    public static MailText Read(string payload) => JsonSerializer.Deserialize<MailText>(payload, JsonSerializerOptions.Web) ?? throw new JsonException();

    /// <summary>The mail as it is handed to a server; null when nobody could be reached there.</summary>
    public MailMessage? Message(MailAddress from, string key)
    {
        if (Recipient(To) is not { } to)
        {
            return null;
        }
        var message = new MailMessage(from, to)
        {
            Subject = OneLine(Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = Body.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = System.Net.Mime.TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", MessageId(from, key));
        // No out-of-office notes, please.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>Made of the outbox key alone, so that who gets a mail twice can see that it is the same.</summary>
    public static string MessageId(MailAddress from, string key) =>
        $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16))}@{from.Host}>";

    /// <summary>One plain address that can be written to; null for anything else, for example two of them or one with a line break.</summary>
    public static MailAddress? Recipient(string? text) =>
        text is { Length: > 2 and <= LongestAddress } && text.All(c => c is > ' ' and < '\u007F' and not (',' or ';' or '<' or '>' or '"' or '(' or ')'))
        && MailAddress.TryCreate(text, out var address) && address.Address == text && Uri.CheckHostName(address.Host) == UriHostNameType.Dns
            ? address
            : null;

    /// <summary>An address with or without a name before it.</summary>
    public static MailAddress? Sender(string? text) =>
        text is not null && !text.Any(char.IsControl) && text.Count(c => c == '@') == 1 && MailAddress.TryCreate(text.Trim(), out var address) && Recipient(address.Address) is not null ? address : null;

    private static string OneLine(string text)
    {
        var line = string.Concat(text.EnumerateRunes().Take(LongestSubject).Select(r => Rune.IsControl(r) || r.Value is 0x2028 or 0x2029 ? " " : r.ToString()));
        return line.Trim();
    }
}
