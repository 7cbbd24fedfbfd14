namespace MedtechBot.Host.DirectLine;

/// <summary>Direct Line 3.0, the protocol of Web Chat, below <c>/v3/directline</c>.</summary>
public static class DirectLineSetup
{
    public static WebApplicationBuilder AddDirectLine(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DirectLineOptions>().BindConfiguration("MedtechBot:DirectLine").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(new PublicAddress(builder.Configuration));
        builder.Services.AddSingleton<DirectLineTokens>();
        builder.Services.AddSingleton<DirectLineDoor>();
        builder.Services.AddSingleton<ConversationEndpoints>();
        builder.Services.AddSingleton<ActivityEndpoints>();
        builder.Services.AddSingleton<StreamEndpoint>();
        builder.Services.AddSingleton<UploadEndpoints>();
        return builder;
    }

    public static WebApplication MapDirectLine(this WebApplication app)
    {
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30) });
        var group = app.MapGroup("/v3/directline").DisableAntiforgery();
        app.Services.GetRequiredService<ConversationEndpoints>().Map(group);
        app.Services.GetRequiredService<ActivityEndpoints>().Map(group);
        app.Services.GetRequiredService<StreamEndpoint>().Map(group);
        app.Services.GetRequiredService<UploadEndpoints>().Map(group);
        return app;
    }
}
