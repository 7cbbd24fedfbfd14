using Azure.Core;

namespace MedtechBot.Host.Teams;

/// <summary>
/// The token that shows connectors who calls: asked for once, used until shortly before it ends, and asked for anew when one of them
/// refuses it.
/// </summary>
/// <param name="credential">A new credential each time it is called; null where there is no registration.</param>
internal sealed class ConnectorTokens(Func<TokenCredential>? credential, string scope, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan BeforeItEnds = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _oneAsks = new(1);
    private AccessToken? _token;

    /// <summary>Null where there is no registration.</summary>
    /// <param name="refused">The token that a connector did not take, so that another one is asked for.</param>
    /// <exception cref="Azure.Identity.AuthenticationFailedException">The authority gave none.</exception>
    public async ValueTask<string?> GetAsync(string? refused, CancellationToken cancellation)
    {
        if (credential is null)
        {
            return null;
        }
        if (Usable(refused) is { } kept)
        {
            return kept;
        }
        await _oneAsks.WaitAsync(cancellation);
        try
        {
            // Somebody else may have asked meanwhile.
            if (Usable(refused) is { } fresh)
            {
                return fresh;
            }
            var token = await credential().GetTokenAsync(new TokenRequestContext([scope]), cancellation);
            _token = token;
            return token.Token;
        }
        finally
        {
            _oneAsks.Release();
        }
    }

    public void Dispose() => _oneAsks.Dispose();

    private string? Usable(string? refused) =>
        _token is { } token && token.Token != refused && time.GetUtcNow() < token.ExpiresOn - BeforeItEnds ? token.Token : null;
}
