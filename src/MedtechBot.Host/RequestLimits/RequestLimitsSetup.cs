using Microsoft.AspNetCore.RateLimiting;

namespace MedtechBot.Host.RequestLimits;

/// <summary>Limits on what one address may do, and whose word for that address is taken.</summary>
public static class RequestLimitsSetup
{
    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LimitOptions>().BindConfiguration("MedtechBot:Limits").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<VisitLimits>();
        builder.Services.AddSingleton<UploadQuota>();
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<VisitLimits>((options, limits) =>
        {
            options.GlobalLimiter = limits.ForEndpoints();
            options.OnRejected = (context, _) => new ValueTask(TooManyRequests.Answer(context.HttpContext, context.Lease).ExecuteAsync(context.HttpContext));
        });
    }

    /// <summary>Before everything that looks at who is asking.</summary>
    public static void UseRequestLimits(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseRateLimiter();
    }
}
