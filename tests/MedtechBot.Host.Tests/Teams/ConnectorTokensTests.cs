using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using MedtechBot.Host.Settings;
using MedtechBot.Host.Teams;
using Microsoft.Extensions.Configuration;

namespace MedtechBot.Host.Tests.Teams;

public sealed class ConnectorTokensTests
{
    [Theory]
    [InlineData("MultiTenant", null, "https://login.microsoftonline.com/botframework.com", "https%3A%2F%2Fapi.botframework.com%2F.default")]
    [InlineData("SingleTenant", null, "https://login.microsoftonline.com/9a1a3c0e-6a1d-4a52-8d5e-0a2f5b7c1d11", "https%3A%2F%2Fapi.botframework.com%2F.default")]
    [InlineData("MultiTenant", "Government", "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us", "https%3A%2F%2Fapi.botframework.us%2F.default")]
    [InlineData("MultiTenant", "China", "https://login.partner.microsoftonline.cn/microsoftservices.partner.onmschina.cn", "https%3A%2F%2Fapi.botframework.azure.cn%2F.default")]
    [InlineData("SingleTenant", "China", "https://login.partner.microsoftonline.cn/9a1a3c0e-6a1d-4a52-8d5e-0a2f5b7c1d11", "https%3A%2F%2Fapi.botframework.azure.cn%2F.default")]
    public async Task A_secret_is_exchanged_for_a_token_at_the_authority_of_the_cloud(string type, string? cloud, string address, string scope)
    {
        var authority = new Authority();
        var settings = Read(
            ("MicrosoftAppId", Connectors.AppId), ("MicrosoftAppPassword", "password"), ("MicrosoftAppType", type),
            ("MicrosoftAppTenantId", "9a1a3c0e-6a1d-4a52-8d5e-0a2f5b7c1d11"), ("MedtechBot:Teams:Cloud", cloud));

        var token = await TokenAsync(settings, authority);

        Assert.Equal("token-of-authority", token);
        var (asked, form) = Assert.Single(authority.Asked, a => a.Form.Length > 0);
        Assert.Equal($"{address}/oauth2/v2.0/token", asked, ignoreCase: true);
        Assert.Contains("scope=" + scope, form, StringComparison.Ordinal);
        Assert.Contains("client_secret=password", form, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".pem", null)]
    [InlineData(".pem", "secret")]
    [InlineData(".pfx", "secret")]
    public async Task A_certificate_signs_instead_of_a_secret(string kind, string? password)
    {
        var authority = new Authority();
        var folder = Directory.CreateTempSubdirectory("medtechbot-");
        try
        {
            var file = Path.Combine(folder.FullName, "bot" + kind);
            WriteCertificate(file, password);
            var settings = Connectors.Registered with { Password = null, CertificatePath = file, CertificatePassword = password, AuthorityHost = new Uri("https://login.example.us/") };

            Assert.Equal("token-of-authority", await TokenAsync(settings, authority));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        var form = Assert.Single(authority.Asked).Form;
        Assert.Contains("client_assertion=", form, StringComparison.Ordinal);
        Assert.DoesNotContain("client_secret", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_who_need_a_token_at_once_ask_once_and_it_is_renewed_before_it_ends()
    {
        var credential = new Connectors.Counted();
        var time = new Clock();
        using var tokens = new ConnectorTokens(() => credential, "scope", time);

        var many = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => tokens.GetAsync(null, default).AsTask()));
        Assert.All(many, t => Assert.Equal("token-1", t));
        time.Now += TimeSpan.FromMinutes(54);
        Assert.Equal("token-1", await tokens.GetAsync(null, default));
        time.Now += TimeSpan.FromMinutes(2);
        Assert.Equal("token-2", await tokens.GetAsync(null, default));
    }

    [Theory]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppType", "MultiTenant")]
    [InlineData("MedtechBot:Teams:AuthorityHost", "MedtechBot:Teams:AuthorityHost", "http://login.example")]
    [InlineData("MedtechBot:Teams:CertificatePath", "MedtechBot:Teams:CertificatePath", "/nowhere/bot.pem")]
    public void A_setting_that_could_not_work_is_named(string refused, string name, string value) =>
        Assert.Equal(refused, Assert.Throws<SettingException>(() => Read(("MicrosoftAppId", Connectors.AppId), (name, value))).Setting);

    [Fact]
    public void A_secret_is_never_shown() =>
        Assert.DoesNotContain("geheim", Read(("MicrosoftAppId", Connectors.AppId), ("MicrosoftAppPassword", "geheim")).ToString(), StringComparison.Ordinal);

    private static ConnectorSettings Read(params (string Name, string? Value)[] settings) =>
        ConnectorSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value))).Build(), isDevelopment: false);

    private static async Task<string?> TokenAsync(ConnectorSettings settings, Authority authority)
    {
        using var tokens = new ConnectorTokens(() => ConnectorCredential.Of(settings, new HttpClientTransport(authority)), settings.Scope, TimeProvider.System);
        await tokens.GetAsync(null, default);
        return await tokens.GetAsync(null, default);
    }

    private static void WriteCertificate(string file, string? password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        if (file.EndsWith(".pfx", StringComparison.Ordinal))
        {
            File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, password));
            return;
        }
        var secret = password is null ? key.ExportPkcs8PrivateKeyPem()
            : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000));
        File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + secret);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Authority : HttpMessageHandler
    {
        public ConcurrentQueue<(string Address, string Form)> Asked { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Enqueue((request.RequestUri!.GetLeftPart(UriPartial.Path), request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("""{"token_type":"Bearer","expires_in":3600,"access_token":"token-of-authority"}""", System.Text.Encoding.UTF8, "application/json"),
            };
        }
    }
}
