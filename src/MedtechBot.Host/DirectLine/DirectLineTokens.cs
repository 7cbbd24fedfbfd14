using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace MedtechBot.Host.DirectLine;

/// <summary>
/// Tokens that admit one asker to one conversation for a while. Signed with the keys of the data directory, so they outlive a
/// restart. The stream's token goes into an address and lives only as long as it takes to connect.
/// </summary>
public sealed class DirectLineTokens(IDataProtectionProvider protection, IOptions<DirectLineOptions> options)
{
    private static readonly TimeSpan TimeToConnect = TimeSpan.FromMinutes(2);
    private readonly ITimeLimitedDataProtector _tokens = protection.CreateProtector("MedtechBot.DirectLine.Token.v1").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector _streams = protection.CreateProtector("MedtechBot.DirectLine.Stream.v1").ToTimeLimitedDataProtector();

    public int Seconds => options.Value.TokenSeconds;

    public string Issue(Admission admission) => _tokens.Protect(Write(admission), TimeSpan.FromSeconds(Seconds));

    public string IssueForStream(Admission admission) => _streams.Protect(Write(admission), TimeToConnect);

    /// <summary>Null when the token is forged, damaged or expired.</summary>
    public Admission? Read(string token) => Read(_tokens, token);

    public Admission? ReadForStream(string token) => Read(_streams, token);

    private static string Write(Admission admission) => admission.ConversationId + " " + admission.AskerId;

    private static Admission? Read(ITimeLimitedDataProtector protector, string token)
    {
        if (token.Length is 0 or > 2_000)
        {
            return null;
        }
        try
        {
            var parts = protector.Unprotect(token).Split(' ', 2);
            return new Admission(parts[0], parts[1]);
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>Who may take part in which conversation.</summary>
public sealed record Admission(string ConversationId, string AskerId);
