using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MedtechBot.Host.Teams;

/// <summary>The keys that an issuer signs with at present: fetched when first needed and twice a day, and once more when a token names one that is not among them.</summary>
internal sealed class SigningKeys(string metadataAddress, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan KeepFor = TimeSpan.FromHours(12);

    // Anybody can make up names of keys; the issuer is not asked for each of them.
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(5);

    // An issuer that does not answer is not asked by every request.
    private static readonly TimeSpan RecoverFor = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 4 * 1024 * 1024 };
    private readonly SemaphoreSlim _oneFetches = new(1);
    private IReadOnlyList<JsonWebKey> _keys = [];
    private DateTimeOffset? _fetchedAt;
    private DateTimeOffset? _askedAgainAt;
    private DateTimeOffset? _failedAt;

    /// <summary>The keys of that name; none when the issuer has none, or cannot be reached.</summary>
    public async Task<IReadOnlyList<JsonWebKey>> FindAsync(string name, CancellationToken cancellation)
    {
        if (IsFresh && Named(name) is { Count: > 0 } known)
        {
            return known;
        }
        await _oneFetches.WaitAsync(cancellation);
        try
        {
            if (!IsFresh)
            {
                await FetchAsync(cancellation);
            }
            if (Named(name).Count == 0 && _fetchedAt is not null && !IsWithin(_askedAgainAt, AskAgainAfter))
            {
                _askedAgainAt = time.GetUtcNow();
                await FetchAsync(cancellation);
            }
            return Named(name);
        }
        finally
        {
            _oneFetches.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _oneFetches.Dispose();
    }

    private bool IsFresh => IsWithin(_fetchedAt, KeepFor);

    private IReadOnlyList<JsonWebKey> Named(string name) => [.. _keys.Where(k => k.Kid == name)];

    private bool IsWithin(DateTimeOffset? moment, TimeSpan span) => moment is { } at && time.GetUtcNow() - at < span;

    // What was fetched before is used on while the issuer cannot be reached.
    private async Task FetchAsync(CancellationToken cancellation)
    {
        if (IsWithin(_failedAt, RecoverFor))
        {
            return;
        }
        try
        {
            var documents = new HttpDocumentRetriever(_http) { RequireHttps = metadataAddress.StartsWith("https:", StringComparison.Ordinal) };
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(metadataAddress, documents, cancellation);
            _keys = [.. (metadata.JsonWebKeySet?.Keys ?? []).Where(k => k.Use is null or "" or JsonWebKeyUseNames.Sig)];
            _fetchedAt = time.GetUtcNow();
            _failedAt = null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            _failedAt = time.GetUtcNow();
        }
    }
}
