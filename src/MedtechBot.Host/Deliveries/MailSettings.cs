using MedtechBot.Deliveries.Mail;
using MedtechBot.Host.Settings;

namespace MedtechBot.Host.Deliveries;

/// <summary>The section <c>MedtechBot:Mail</c>.</summary>
internal static class MailSettings
{
    private const string Section = "MedtechBot:Mail";

    /// <exception cref="SettingException">There is to be mail and it could not work.</exception>
    public static MailOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        // Read one by one, since the binder's complaint about a value would be a stack trace.
        var options = new MailOptions
        {
            Host = section["Host"],
            Port = Parsed(section, "Port", 587, text => int.TryParse(text, out var port) ? port : null),
            User = section["User"],
            Password = section["Password"],
            From = section["From"],
            StartTls = Parsed(section, "StartTls", true, text => bool.TryParse(text, out var wanted) ? wanted : null),
        };
        return options.Problem() is { } problem ? throw Refused(section, problem) : options;
    }

    private static T Parsed<T>(IConfigurationSection section, string name, T otherwise, Func<string, T?> parse) where T : struct => section[name] switch
    {
        null or "" => otherwise,
        var text => parse(text) ?? throw Refused(section, Enum.Parse<MailProblem>(name)),
    };

    private static SettingException Refused(IConfigurationSection section, MailProblem problem)
    {
        var (japanese, english) = problem switch
        {
            MailProblem.Host => ("メールサーバーの名前を指定してください。", "Name the mail server, for example mail.example.jp."),
            MailProblem.Port => ("1から65535までの番号を指定してください。", "Give a number from 1 to 65535."),
            MailProblem.From => ("差出人のメールアドレスを1つ指定してください。", "Give one address that mail comes from, for example desk@example.jp."),
            MailProblem.User => ("UserとPasswordは両方を指定してください。", "Give both User and Password, or neither."),
            _ => ("trueかfalseを指定してください。暗号化せずにパスワードを送れるのは、このコンピューターのメールサーバーだけです。", "Give true or false. A password is sent unencrypted only to a mail server on this machine."),
        };
        return new SettingException($"{Section}:{problem}", section[problem.ToString()], japanese, english);
    }
}
