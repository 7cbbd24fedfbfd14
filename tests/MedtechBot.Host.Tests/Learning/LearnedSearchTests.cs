using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Channels;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.Knowledge;
using MedtechBot.LearningFromUse;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Learning;

public sealed class LearnedSearchTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task What_a_coordinator_answers_with_is_found_for_that_matter_at_once()
    {
        const string Matter = "受付で支払う額を教えてください";
        Assert.Equal("test-support#hours", Best(Matter));
        await AnswerAsync(Matter, "test-support#fee");

        Assert.Equal("test-support#fee", await UntilAsync(() => Best(Matter), "test-support#fee", TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task What_another_host_takes_out_is_out_here_within_a_minute()
    {
        const string Matter = "窓口の受付で出すお金について";
        await AnswerAsync(Matter, "test-support#fee");
        Assert.Equal("test-support#fee", await UntilAsync(() => Best(Matter), "test-support#fee", TimeSpan.FromSeconds(10)));

        // Behind this host's back, as another process would.
        await using var context = new Database(host.Services.GetRequiredService<Database>().Address).CreateDbContext();
        await context.Set<LearnedQuestionRow>().Where(r => r.Question == Matter).ExecuteUpdateAsync(set => set.SetProperty(r => r.Status, LearnedStatus.Removed));

        Assert.Equal("test-support#hours", await UntilAsync(() => Best(Matter), "test-support#hours", TimeSpan.FromMinutes(1)));
    }

    private string Best(string question) => host.Services.GetRequiredService<Func<KnowledgeSnapshot>>()().Search.Search(question, 1)[0].Passage.Id.Value;

    private async Task AnswerAsync(string matter, string passage)
    {
        var (text, _) = await DeskClient.OpenTicketAsync(host, matter);
        TicketNumber.TryParse(text, out var number);
        await host.Services.GetRequiredService<TakeTicket>().HandleAsync(number, "佐藤");
        var cited = Citation.Of(1, host.Services.GetRequiredService<Func<KnowledgeSnapshot>>()().FindPassage(new PassageId(passage))!, SmallKnowledge.Quote, Language.Japanese);
        Assert.Null((await host.Services.GetRequiredService<ReplyToTicket>().HandleAsync(new Reply(number, "佐藤", RandomId.Next(), "回答です", null) { Sources = [cited] }))!.Refused);
    }

    private static async Task<string> UntilAsync(Func<string> look, string wanted, TimeSpan longest)
    {
        for (var end = DateTimeOffset.UtcNow + longest; look() != wanted && DateTimeOffset.UtcNow < end;)
        {
            await Task.Delay(50);
        }
        return look();
    }
}
