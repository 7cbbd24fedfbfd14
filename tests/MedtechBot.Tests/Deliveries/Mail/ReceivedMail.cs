using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MedtechBot.Tests.Deliveries.Mail;

/// <summary>A mail as it came over the wire.</summary>
internal sealed partial class ReceivedMail(JsonElement report)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public string Raw { get; } = report.GetProperty("mail").GetString()!;

    public IEnumerable<string?> To => report.GetProperty("to").EnumerateArray().Select(t => t.GetString());

    public string? User => report.GetProperty("user").GetString();

    /// <summary>The header fields, unfolded, in their order.</summary>
    public IReadOnlyList<string> Headers => Folds().Replace(Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)], " ").Split("\r\n");

    public string Body => Encoding.UTF8.GetString(Convert.FromBase64String(Raw[(Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Trim()));

    /// <summary>A header as people read it. Each encoded word must hold whole characters.</summary>
    public string Header(string name)
    {
        var field = Assert.Single(Headers, h => h.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        var text = BetweenWords().Replace(field[(name.Length + 1)..].Trim(), "$1");
        return Word().Replace(text, word => Strict.GetString(word.Groups[1].Value is "B" or "b" ? Convert.FromBase64String(word.Groups[2].Value) : Quoted(word.Groups[2].Value)));
    }

    // =E5=8C=BB, with _ for a space.
    private static byte[] Quoted(string text) =>
        [.. QuotedByte().Matches(text).Select(m => m.Length == 3 ? Convert.ToByte(m.Value[1..], 16) : m.Value == "_" ? (byte)' ' : (byte)m.Value[0])];

    [GeneratedRegex("=[0-9A-Fa-f]{2}|.")]
    private static partial Regex QuotedByte();

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folds();

    [GeneratedRegex(@"(=\?utf-8\?[BQ]\?[^?]*\?=)\s+(?==\?)", RegexOptions.IgnoreCase)]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
