using MedtechBot.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Teams;

public sealed class ResumeUnansweredTests : IAsyncLifetime
{
    private readonly OpenHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task What_was_acknowledged_and_not_answered_when_the_process_died_is_answered_after_the_next_start()
    {
        await _host.StatusAsync(TeamsRequests.Message("相談先は?"));
        var conversation = (await _host.SaidAsync(1))[0].ConversationId;
        // As far as the request had come when the process died.
        var conversations = _host.Services.GetRequiredService<Conversations>();
        var lost = await conversations.AppendAsync(conversation, new IncomingMessage { Text = "MEDICとは何ですか?", ClientId = "lost-1" });
        var second = await conversations.AppendAsync(conversation, new IncomingMessage { Text = "ヘルプ", ClientId = "lost-2" });
        await conversations.AppendAsync(conversation, new IncomingMessage { IsSubmission = true, ClientId = "form" });
        await conversations.AppendAsync(conversation, new IncomingMessage { Text = "取りに来る人の質問", ClientId = "taken", WaitsForReply = true });

        await _host.RestartAsync();

        var said = await _host.SaidAsync(3);
        Assert.Equal([lost.Id, second.Id], said.Where(a => a.Sequence > second.Sequence).Select(a => a.Outgoing?.AnswerTo).OfType<string>());

        // And once is enough.
        await _host.RestartAsync();
        await _host.StatusAsync(TeamsRequests.Message("ヘルプ"));
        Assert.Equal(4, (await _host.SaidAsync(4)).Count(a => a.Outgoing is not null));
    }
}
