using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Knowledge;
using MedtechBot.Storage;
using MedtechBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Desk;

public sealed class WhyThisOrderTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task The_tickets_page_tells_of_each_passage_of_the_answer_why_it_was_chosen()
    {
        var html = await PageAsync(SmallKnowledge.Question);

        Assert.Contains("ボットの検索と判断", html, StringComparison.Ordinal);
        var turns = html[html.IndexOf("ボットの検索と判断", StringComparison.Ordinal)..];
        Assert.Contains("<summary>なぜこの順?</summary>", turns, StringComparison.Ordinal);
        Assert.Contains("回答を作るときの順位は1番目", turns, StringComparison.Ordinal);
        Assert.Contains("質問の網羅", turns, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_told_of_a_message_that_was_not_kept()
    {
        var html = await PageAsync("(未公開の発明や秘密の内容のため、保存していません)", understood: "");

        Assert.DoesNotContain("回答を作るときの順位", html, StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string question, string? understood = null)
    {
        var (number, conversation) = await DeskClient.OpenTicketAsync(host, details: new IntakeDetails { SharesTranscript = true });
        await using (var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync())
        {
            var passage = new PassageId("test-support#fee");
            var remembered = new PastTurn(question, understood ?? question, [passage], OutcomeKind.Answered);
            var answer = new Answer { Outcome = OutcomeKind.Answered, Language = Language.Japanese, Text = SmallKnowledge.Quote };
            await host.Services.GetRequiredService<TurnLog>().AddAsync(context, "turn-" + number, conversation, 1, new TurnOutcome(answer, remembered), mayBeThere: false);
            await context.SaveChangesAsync();
        }
        using var sato = await DeskClient.SignedInAsync(host, "佐藤");
        return (await sato.GetAsync("/desk/tickets/" + number)).Html;
    }
}
