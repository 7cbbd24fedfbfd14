using MedtechBot.Channels;
using MedtechBot.Host.Tests.CommandLine;
using MedtechBot.LearningFromUse;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Learning;

/// <summary><c>learn</c> in processes of its own, beside a running server.</summary>
public sealed class LearnCommandsTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task The_commands_train_list_and_switch_the_ranking()
    {
        var tooLittle = await ProductCommand.RunAsync(host.Folder, "learn", "train");
        Assert.Equal((2, ""), (tooLittle.Code, tooLittle.Output));
        Assert.Contains("Too little was confirmed", tooLittle.Errors, StringComparison.Ordinal);

        await FillAsync(60);
        var trained = await ProductCommand.RunAsync(host.Folder, "learn", "train");
        Assert.Equal((0, ""), (trained.Code, trained.Errors));
        Assert.Matches(@"\A1\t\d{4}-\d\d-\d\dT[\d:]{8}Z\t\d+\t\d+\t[01]\.\d{4}\t[01]\.\d{4}\t(live|-)\n\z", trained.Output);

        Assert.Equal((0, "", ""), await ProductCommand.RunAsync(host.Folder, "learn", "use", "1"));
        Assert.EndsWith("\tlive\n", (await ProductCommand.RunAsync(host.Folder, "learn", "list")).Output, StringComparison.Ordinal);
        Assert.Equal((0, "", ""), await ProductCommand.RunAsync(host.Folder, "learn", "off"));
        Assert.EndsWith("\t-\n", (await ProductCommand.RunAsync(host.Folder, "learn", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await ProductCommand.RunAsync(host.Folder, "learn", "use", "7")).Code);
    }

    private async Task FillAsync(int questions)
    {
        var conversation = await host.Services.GetRequiredService<Conversations>().CreateAsync(RandomId.Next(), ChannelNames.Quick, null);
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        var now = DateTimeOffset.UtcNow;
        for (var n = 0; n < questions; n++)
        {
            var question = $"{(n % 2 == 0 ? "料金" : "受付")}について{(char)('一' + n)}教えてください";
            context.Add(new LearnedQuestionRow
            {
                Id = RandomId.Next(),
                ConversationId = conversation.Id,
                PassageId = n % 2 == 0 ? "test-support#fee" : "test-support#hours",
                Question = question,
                QuestionKey = ConfirmationRules.KeyOf(question),
                ConfirmedBy = ConfirmedBy.Thumb,
                Who = "somebody",
                At = now,
                ChangedAt = now,
                Status = LearnedStatus.Counts,
            });
        }
        await context.SaveChangesAsync();
    }
}
