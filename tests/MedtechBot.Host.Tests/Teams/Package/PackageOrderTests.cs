using MedtechBot.Host.Teams.Package;

namespace MedtechBot.Host.Tests.Teams.Package;

public sealed class PackageOrderTests
{
    private const string Id = "3f2b8a50-1111-4222-8333-0123456789ab";

    [Theory]
    [InlineData("chat.example.jp")]
    [InlineData("a.b.c.example.co.jp")]
    [InlineData("xn--eckwd4c7c.xn--zckzah.jp")]
    [InlineData("abc-123.devtunnels.ms")]
    public void A_public_host_is_taken(string domain) => Assert.Empty(new PackageOrder(Id, domain, "1.0.0", "MedtechBot").Problems());

    [Theory]
    [InlineData("https://chat.example.jp")]
    [InlineData("chat.example.jp/teams")]
    [InlineData("user@chat.example.jp")]
    [InlineData("chat.example.jp:443")]
    [InlineData("*.example.jp")]
    [InlineData("localhost")]
    [InlineData("chat.local")]
    [InlineData("192.168.0.1")]
    [InlineData("[::1]")]
    [InlineData("intranet")]
    [InlineData("相談.jp")]
    [InlineData("-chat.example.jp")]
    [InlineData("chat..example.jp")]
    [InlineData("chat.example.jp\"}")]
    [InlineData("")]
    public void Anything_else_is_refused_as_a_domain(string domain) =>
        Assert.Equal("--domain", Assert.Single(new PackageOrder(Id, domain, "1.0.0", "MedtechBot").Problems()).Where);

    [Theory]
    [InlineData("--app-id", "", "1.0.0", "x")]
    [InlineData("--app-id", "{3f2b8a50-1111-4222-8333-0123456789ab}", "1.0.0", "x")]
    [InlineData("--app-id", "00000000-0000-0000-0000-000000000000", "1.0.0", "x")]
    [InlineData("--version", Id, "1.0", "x")]
    [InlineData("--version", Id, "01.0.0", "x")]
    [InlineData("--version", Id, "1.0.0-beta", "x")]
    [InlineData("--developer", Id, "1.0.0", " ")]
    [InlineData("--developer", Id, "1.0.0", "a name that has more than thirty-two characters")]
    public void What_cannot_be_meant_is_named(string option, string id, string version, string developer) =>
        Assert.Equal(option, Assert.Single(new PackageOrder(id, "chat.example.jp", version, developer).Problems()).Where);
}
