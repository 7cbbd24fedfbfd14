using System.Net;

namespace MedtechBot.Host.Tests.Teams;

public sealed class KeyRolloverTests : IAsyncLifetime
{
    private readonly RegisteredHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task A_new_key_is_taken_after_exactly_one_more_look()
    {
        Assert.Equal(HttpStatusCode.OK, await _host.SendAsync(_host.Service.Token()));
        Assert.Equal(1, _host.Service.Fetches);
        var key = _host.Service.AddKey("key-2", ["msteams"]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _host.SendAsync(_host.Service.Token(key: key))));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(2, _host.Service.Fetches);
    }

    [Fact]
    public async Task Made_up_keys_do_not_have_the_issuer_asked_again_and_again()
    {
        await _host.SendAsync(_host.Service.Token());
        for (var n = 0; n < 20; n++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await _host.SendAsync(_host.Service.Token(key: new Microsoft.IdentityModel.Tokens.RsaSecurityKey(_host.Service.Key.Rsa) { KeyId = "made-up-" + n })));
        }
        Assert.Equal(2, _host.Service.Fetches);
        Assert.Equal(HttpStatusCode.OK, await _host.SendAsync(_host.Service.Token()));
    }

    [Fact]
    public async Task While_the_issuer_does_not_answer_nobody_comes_in_and_nothing_breaks()
    {
        _host.Service.IsBroken = true;

        Assert.Equal(HttpStatusCode.Unauthorized, await _host.SendAsync(_host.Service.Token()));
        var fetches = _host.Service.Fetches;
        Assert.Equal(HttpStatusCode.Unauthorized, await _host.SendAsync(_host.Service.Token()));
        Assert.Equal(fetches, _host.Service.Fetches);
    }
}
