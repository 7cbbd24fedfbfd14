using System.CommandLine;
using System.Globalization;
using MedtechBot.Host.Evaluation;
using MedtechBot.LearningFromUse;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>learn train</c>, <c>list</c>, <c>use</c> and <c>off</c>: the ranking that is trained from confirmed questions.</summary>
internal static class LearnCommands
{
    public static Command Build()
    {
        var version = new Argument<int>("version") { Description = "As learn list numbers them." };
        var train = new Command("train", "Train the ranking from the confirmed questions; it becomes live if it is better on those held back.");
        train.SetAction((_, cancellation) => StoredDataCommand.RunAsync(services => TrainAsync(services, cancellation), cancellation));
        var list = new Command("list", "List what was trained: version, time, questions trained from and held back, nDCG@10 before and after, whether it is live.");
        list.SetAction((_, cancellation) => StoredDataCommand.RunAsync(async services =>
        {
            foreach (var model in await services.GetRequiredService<RankingModels>().ListAsync(cancellation))
            {
                await Console.Out.WriteLineAsync(Line(model));
            }
            return 0;
        }, cancellation));
        var use = new Command("use", "Make a version live.") { version };
        use.SetAction((result, cancellation) => StoredDataCommand.RunAsync(async services =>
            await services.GetRequiredService<RankingModels>().UseAsync(result.GetRequiredValue(version), cancellation) ? 0
                : await StoredDataCommand.RefuseAsync($"There is no version {result.GetRequiredValue(version)}; learn list names them."), cancellation));
        var off = new Command("off", "Rank without what was trained; the questions learned go on counting.");
        off.SetAction((_, cancellation) => StoredDataCommand.RunAsync(async services =>
            await services.GetRequiredService<RankingModels>().UseAsync(null, cancellation) ? 0 : 1, cancellation));
        return new Command("learn", "What the ranking learns from confirmed questions.") { train, list, use, off };
    }

    private static async Task<int> TrainAsync(IServiceProvider services, CancellationToken cancellation)
    {
        if (await services.GetRequiredService<TrainRanking>().HandleAsync(RankingMeasures.Ndcg, cancellation) is not { } trained)
        {
            return await StoredDataCommand.RefuseAsync(
                $"Too little was confirmed: {TrainRanking.FewestTrained} questions to train from and {TrainRanking.FewestHeldBack} held back are needed, about {TrainRanking.FewestTrained * 2} in all.");
        }
        await Console.Out.WriteLineAsync(Line(trained));
        return 0;
    }

    private static string Line(RankingModelRow model) => string.Create(CultureInfo.InvariantCulture,
        $"{model.Version}\t{model.At:yyyy-MM-ddTHH:mm:ssZ}\t{model.Trained}\t{model.HeldBack}\t{model.Before:F4}\t{model.After:F4}\t{(model.IsLive ? "live" : "-")}");
}
