using MedtechBot.Deliveries.Mail;
using MedtechBot.Host.Deliveries;
using MedtechBot.Host.Desk;
using MedtechBot.Host.People;
using MedtechBot.Host.RequestLimits;
using MedtechBot.Host.Storage;
using MedtechBot.Host.Teams;
using MedtechBot.Host.Telemetry;
using MedtechBot.Host.Vectors;

namespace MedtechBot.Host.Settings;

/// <summary>Finds settings the product cannot work with before anything is opened or served.</summary>
public static class SettingsCheck
{
    /// <exception cref="SettingException">Names the first setting that does not do.</exception>
    public static void Check(IConfiguration configuration)
    {
        var options = configuration.GetSection(MedtechBotOptions.Section).Get<MedtechBotOptions>() ?? new();
        var paths = new HostPaths(configuration);
        CheckWritable(paths.DataDirectory);
        CheckReadable(paths.KnowledgeDirectory);
        CheckPublicUrl(options.PublicUrl);
        TrustedProxies.Read(configuration);
        PromiseSettings.Read(configuration);
        EntraIdSettings.Read(configuration);
        TeamsSettings.Read(configuration);
        ConnectorSettings.Read(configuration, isDevelopment: false);
        TelemetrySetup.Endpoint(configuration);
        CheckMailLinks(MailSettings.Read(configuration), options.PublicUrl);
        WebhookSettings.Read(configuration);
        VectorSettings.Read(configuration);
        DatabaseSetting.Read(configuration, paths);
    }

    private static void CheckWritable(string folder)
    {
        const string Setting = "MedtechBot:DataDirectory";
        if (File.Exists(folder))
        {
            throw new SettingException(Setting, folder, "フォルダーではなくファイルです。書き込めるフォルダーを指定してください。", "This is a file. Name a folder that can be written to.");
        }
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".write-{Guid.NewGuid():N}");
            using (File.Create(probe, 1, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SettingException(Setting, folder, "書き込めません。書き込めるフォルダーを指定してください。", "This cannot be written to. Name a folder that can.");
        }
    }

    private static void CheckReadable(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new SettingException("MedtechBot:KnowledgeDirectory", folder, "フォルダーがありません。知識ベースのフォルダーを指定してください。", "There is no such folder. Name the folder of the knowledge base.");
        }
    }

    // Mail is read elsewhere, where this machine's own address leads nowhere.
    private static void CheckMailLinks(MailOptions mail, string? publicUrl)
    {
        if (mail.IsMailEnabled && string.IsNullOrWhiteSpace(publicUrl))
        {
            throw new SettingException("MedtechBot:PublicUrl", publicUrl, "メールに載せるリンクのため、MedtechBot:Mail:Host と一緒に公開アドレスを指定してください。", "Mail carries links: with MedtechBot:Mail:Host give the public address too, for example https://bot.example.jp.");
        }
    }

    private static void CheckPublicUrl(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            return;
        }
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            throw new SettingException("MedtechBot:PublicUrl", url, "http:// か https:// で始まるアドレスを指定してください。", "Give an absolute address, for example https://bot.example.jp.");
        }
    }
}
