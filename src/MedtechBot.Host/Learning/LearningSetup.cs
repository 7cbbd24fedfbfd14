using MedtechBot.Consultations;
using MedtechBot.LearningFromUse;
using MedtechBot.Turns;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace MedtechBot.Host.Learning;

/// <summary>What is learned from thumbs, replies and solved consultations, and what becomes of it.</summary>
public static class LearningSetup
{
    public static WebApplicationBuilder AddLearning(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<LearningOptions>().BindConfiguration("MedtechBot:Learning").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<LearningOptions>>().Value);
        services.AddSingleton<LearnedSignal>();
        services.AddSingleton<IInterceptor>(provider => provider.GetRequiredService<LearnedSignal>());
        services.AddSingleton<Confirmations>();
        services.AddSingleton<LearnFromThumbs>();
        services.AddSingleton<ThumbFollower>(provider => provider.GetRequiredService<LearnFromThumbs>().FollowAsync);
        services.AddSingleton<LearnFromTickets>();
        services.AddSingleton<TicketFollower>(provider => provider.GetRequiredService<LearnFromTickets>().Follow);
        services.AddSingleton<ReviewLearned>();
        services.AddSingleton<ForgetLearned>();
        services.AddSingleton<ReadLearned>();
        services.AddSingleton<RankingModels>();
        services.AddSingleton<TrainRanking>();
        services.AddHostedService<LearnedWatch>();
        return builder;
    }
}
