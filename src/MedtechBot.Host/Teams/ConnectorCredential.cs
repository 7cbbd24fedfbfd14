using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace MedtechBot.Host.Teams;

/// <summary>Which kind of credential the settings mean.</summary>
internal static class ConnectorCredential
{
    /// <summary>A new one, which remembers no token of an earlier one.</summary>
    /// <param name="transport">How the authority is reached; null for the usual way.</param>
    public static TokenCredential Of(ConnectorSettings settings, HttpPipelineTransport? transport = null)
    {
        if (settings.Type == BotAppType.UserAssignedMSI)
        {
            return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.AppId!));
        }
        return settings.CertificatePath is not null
            ? new ClientCertificateCredential(settings.Tenant, settings.AppId, CertificateIn(settings.CertificatePath, settings.CertificatePassword), With(new ClientCertificateCredentialOptions(), settings, transport))
            : new ClientSecretCredential(settings.Tenant, settings.AppId, settings.Password, With(new ClientSecretCredentialOptions(), settings, transport));
    }

    // Files of other kinds than PEM are PKCS #12, whatever they are called.
    private static X509Certificate2 CertificateIn(string file, string? password) => (Path.GetExtension(file).Equals(".pem", StringComparison.OrdinalIgnoreCase), password) switch
    {
        (true, null) => X509Certificate2.CreateFromPemFile(file),
        (true, _) => X509Certificate2.CreateFromEncryptedPemFile(file, password),
        _ => X509CertificateLoader.LoadPkcs12FromFile(file, password),
    };

    private static T With<T>(T options, ConnectorSettings settings, HttpPipelineTransport? transport) where T : TokenCredentialOptions
    {
        options.AuthorityHost = settings.AuthorityHost;
        // Who named an authority does not want to ask another one whether it exists.
        var disable = settings.AuthorityHost != AzureAuthorityHosts.AzurePublicCloud;
        switch (options)
        {
            case ClientSecretCredentialOptions secret:
                secret.DisableInstanceDiscovery = disable;
                break;
            case ClientCertificateCredentialOptions certificate:
                certificate.DisableInstanceDiscovery = disable;
                certificate.SendCertificateChain = true;
                break;
        }
        if (transport is not null)
        {
            options.Transport = transport;
        }
        return options;
    }
}
