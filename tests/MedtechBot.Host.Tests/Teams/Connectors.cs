using Azure.Core;
using MedtechBot.Host.Teams;

namespace MedtechBot.Host.Tests.Teams;

/// <summary>Our side of a connector, with credentials that cost nothing.</summary>
internal static class Connectors
{
    public const string AppId = "5f0c2a52-0f44-4a3c-9d3b-3d2c6a1b7e10";

    public static ConnectorSettings Settings { get; } = new() { AllowsLoopback = true };

    public static ConnectorSettings Registered { get; } = Settings with { AppId = AppId, Password = "password" };

    public static ConnectorClient Client(Counted? credential = null, TimeSpan? patience = null) =>
        new(ConnectorClient.NewHttp(), new ConnectorTokens(credential is null ? null : () => credential, "scope", TimeProvider.System), TimeProvider.System, patience);

    public static ConnectorPlace Place(FakeConnector connector, string id = "19:meeting_x@thread.v2;messageid=17") => ConnectorPlace.Of(connector.ServiceUrl, id, Settings)!;

    /// <summary>Gives token-1, token-2 and so on, each for an hour.</summary>
    internal sealed class Counted : TokenCredential
    {
        private int _given;

        public int Given => _given;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new($"token-{Interlocked.Increment(ref _given)}", DateTimeOffset.UtcNow.AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
