using MedtechBot.Deliveries.Webhooks;

namespace MedtechBot.Tests.Deliveries.Webhooks;

public sealed class TicketWebhooksTests
{
    private static readonly WebhookEndpoint All = new() { Url = "https://a.example.jp/?key=hidden", Secret = "0123456789abcdef" };
    private static readonly WebhookEndpoint Some = new() { Url = "https://b.example.jp/", Secret = "fedcba9876543210", Events = "opened, closed" };

    [Fact]
    public void Everybody_who_wants_to_hear_of_it_gets_a_message_of_their_own()
    {
        var opened = Of("opened");

        Assert.Equal([All.Url, Some.Url], opened.Select(m => m.Target));
        Assert.Equal(2, opened.Select(m => m.Key).Distinct().Count());
        Assert.Equal([All.Url], Of("replied").Select(m => m.Target));
    }

    [Fact]
    public void The_same_event_gives_the_same_messages() => Assert.Equal(Of("opened"), Of("opened"));

    [Fact]
    public void Neither_secrets_nor_addresses_stand_where_they_could_be_seen() =>
        Assert.All(Of("opened"), m =>
        {
            Assert.DoesNotContain("example", m.Key + m.Payload, StringComparison.Ordinal);
            Assert.DoesNotContain("hidden", m.Key + m.Payload, StringComparison.Ordinal);
            Assert.DoesNotContain("0123456789", m.Key + m.Payload + m.Target, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("https://hooks.example.jp/x?y=z", true)]
    [InlineData("https://203.0.114.1/", true)]
    [InlineData("http://localhost:8080/", true)]
    [InlineData("http://127.0.0.1/", true)]
    [InlineData("http://[::1]/", true)]
    [InlineData("http://hooks.example.jp/", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("https://10.0.0.1/", false)]
    [InlineData("https://[fd00::1]/", false)]
    [InlineData("https://[::ffff:169.254.169.254]/", false)]
    [InlineData("https://user:secret@hooks.example.jp/", false)]
    [InlineData("https://hooks.example.jp/#x", false)]
    [InlineData("ftp://hooks.example.jp/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/hook", false)]
    [InlineData("", false)]
    public void Only_public_addresses_and_this_machine_may_be_called(string url, bool allowed) => Assert.Equal(allowed, WebhookEndpoint.IsAllowed(url));

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("ff02::1", false)]
    public void Ones_own_net_is_told_apart_from_the_public_one(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicNetwork.Is(System.Net.IPAddress.Parse(address)));

    private static List<MedtechBot.Deliveries.OutboxMessage> Of(string type) =>
        [.. new TicketWebhooks([All, Some]).Of("C-2026-0001", 1, type, DateTimeOffset.UnixEpoch, "received")];
}
