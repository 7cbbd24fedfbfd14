using System.Security.Claims;
using System.Text.Encodings.Web;
using MedtechBot.Host.Desk;
using MedtechBot.Host.DirectLine;
using MedtechBot.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace MedtechBot.Host.People;

/// <summary>The framework's OAuth sign-in (code, state, PKCE), and what OpenID Connect adds to it: a nonce and a token that says who it is.</summary>
internal sealed class EntraIdHandler(
    IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder, EntraIdToken tokens, PublicAddress address)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    private const string Nonce = "nonce";

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        // Before the state is sealed, which brings it back to us.
        properties.Items[Nonce] = Secret.Next();
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, ReturnAddress), Nonce, properties.Items[Nonce]!);
    }

    protected override Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context) =>
        base.ExchangeCodeAsync(new OAuthCodeExchangeContext(context.Properties, context.Code, ReturnAddress));

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse response)
    {
        var token = response.Response?.RootElement.TryGetProperty("id_token", out var given) == true ? given.GetString() : null;
        var person = await tokens.ReadAsync(token, properties.Items.TryGetValue(Nonce, out var nonce) ? nonce : null)
            ?? throw new AuthenticationFailureException("The tenant's token does not hold.");
        identity.AddClaim(new Claim(EntraIdSignIn.ObjectIdClaim, person.ObjectId));
        if (person.Name is not null)
        {
            identity.AddClaim(new Claim(EntraIdSignIn.NameClaim, person.Name));
        }
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    // As registered with the tenant, also behind a proxy that tells us another host.
    private string ReturnAddress => address.ForLinks(Context) + DeskGuard.Root + EntraIdSignIn.Callback;
}
