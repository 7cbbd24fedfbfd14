using System.Net.Mime;
using MedtechBot.Answers;
using MedtechBot.Host.Api;

namespace MedtechBot.Host.Pages;

/// <summary>Refusals and failures in the visitor's language, without details; programs get one plain line.</summary>
public static class ErrorPages
{
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => Explain(http),
            StatusCodeSelector = error => error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            AllowStatusCode404Response = true,
            // What a client sent wrongly is refused, and no failure of ours to be logged.
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages(context => Explain(context.HttpContext));
    }

    /// <summary>The page for a status; 404 when a thing does not exist or is none of the visitor's business.</summary>
    public static IResult Show(HttpContext http, int status)
    {
        var (title, message) = Words(status, PageLanguage.Of(http));
        return PageResult.Show<MessagePage>(status, ("Title", title), ("Message", message));
    }

    private static Task Explain(HttpContext http)
    {
        var status = http.Response.StatusCode;
        if (http.Request.Path.StartsWithSegments(ApiSetup.Root))
        {
            return ApiProblem.Of(status).ExecuteAsync(http);
        }
        if (http.Request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase))
        {
            return Show(http, status).ExecuteAsync(http);
        }
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(Words(status, PageLanguage.Of(http)).Title);
    }

    private static (string Title, string Message) Words(int status, Language language) => status switch
    {
        400 => (language.Say("リクエストを読み取れませんでした", "The request could not be read"),
            language.Say("入力の内容を確かめて、もう一度お試しください。", "Please check what was sent and try again.")),
        403 => (language.Say("この操作はできません", "This is not allowed"),
            language.Say("ページを開き直して、もう一度お試しください。", "Please open the page again and retry.")),
        404 => (language.Say("ページが見つかりません", "Page not found"),
            language.Say("アドレスが変わったか、このブラウザーからは開けないページです。", "The address has changed, or the page cannot be opened from this browser.")),
        413 => (language.Say("送る内容が大きすぎます", "That is too large"),
            language.Say("文章を短くするか、ファイルを減らして(1個10 MBまで)、もう一度お送りください。", "Please shorten the text or attach less (10 MB a file) and send it again.")),
        429 => (language.Say("少し時間をおいてください", "Please wait a moment"),
            language.Say("短い間に多くの操作がありました。しばらくしてからもう一度お試しください。", "There were many requests in a short time. Please try again in a little while.")),
        >= 500 => (language.Say("うまく処理できませんでした", "Something went wrong"),
            language.Say("こちらの不具合です。時間をおいて、もう一度お試しください。", "This is our fault. Please try again in a little while.")),
        _ => (language.Say("この操作はできません", "This cannot be done"),
            language.Say("入力の内容を確かめて、もう一度お試しください。", "Please check what was sent and try again.")),
    };
}
