using MedtechBot.Channels;
using MedtechBot.Host.AskerPages;
using MedtechBot.Host.Teams.Coordinators;
using MedtechBot.Host.Teams.Extension;
using MedtechBot.Teams;
using MedtechBot.Turns;

namespace MedtechBot.Host.Teams;

/// <summary>Teams, and any other client that speaks the Bot Framework protocol.</summary>
public static class TeamsSetup
{
    public static WebApplicationBuilder AddTeams(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var settings = TeamsSettings.Read(builder.Configuration);
        services.AddSingleton(settings);
        if (settings.AppId is not null)
        {
            services.AddSingleton<BotToken>();
        }
        services.AddSingleton<ICalledChannel, TeamsChannel>();
        services.AddSingleton<OpenTeamsConversation>();
        services.AddSingleton<UnansweredMessages>();
        services.AddSingleton<TurnBehindMessage>();
        services.AddSingleton<Greeting>(TeamsWords.Greeting);
        services.AddSingleton(provider => TeamsFiles.By(provider.GetRequiredService<AskerLinks>()));
        services.AddSingleton<TeamsDoor>();
        services.AddSingleton<TeamsReplies>();
        services.AddSingleton<TeamsMessages>();
        services.AddSingleton<TeamsWelcome>();
        services.AddSingleton<ReactionFeedback>();
        services.AddSingleton<ITeamsInvoke, FeedbackInvoke>();
        services.AddSingleton<ITeamsInvoke, ExtensionInvoke>();
        services.AddSingleton<ExtensionAnswers>();
        services.AddSingleton<ITeamsInvoke, FeedbackForm>();
        services.AddSingleton<ITeamsInvoke, SignInInvoke>();
        services.AddSingleton<ITeamsInvoke, IntakeTask>();
        services.AddCoordinators();
        services.AddSingleton<MessagesEndpoint>();
        services.AddHostedService<ResumeUnanswered>();
        builder.AddConnector();
        return builder;
    }

    public static WebApplication MapTeams(this WebApplication app)
    {
        app.Services.GetRequiredService<MessagesEndpoint>().Map(app);
        if (app.Services.GetRequiredService<TeamsDoor>().IsOpenToThisMachine)
        {
            app.Logger.LogWarning(
                "認証なし / NO AUTHENTICATION: {Path} takes activities from this machine without a token, because this is Development and MicrosoftAppId is not set. Never run it like this where others can reach it.",
                MessagesEndpoint.Path);
        }
        return app;
    }
}
