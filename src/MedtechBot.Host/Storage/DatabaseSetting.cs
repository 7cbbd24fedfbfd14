using System.Data.Common;
using MedtechBot.Host.Settings;
using MedtechBot.Storage;

namespace MedtechBot.Host.Storage;

/// <summary>The setting <c>ConnectionStrings:MedtechBot</c>. What is said of it never shows a password.</summary>
public static class DatabaseSetting
{
    private const string Name = "ConnectionStrings:MedtechBot";

    /// <exception cref="SettingException">It names no database that the product knows.</exception>
    public static DatabaseAddress Read(IConfiguration configuration, HostPaths paths)
    {
        if (configuration.GetConnectionString("MedtechBot") is not { Length: > 0 } given || string.IsNullOrWhiteSpace(given))
        {
            return DatabaseAddress.OfFile(Path.Combine(paths.DataFolder(), "medtechbot.db"));
        }
        return DatabaseAddress.TryParse(given, out var address) ? address : throw new SettingException(Name, "…",
            "データベースの指定が読み取れません。SQLite は Data Source=ファイル名、PostgreSQL は Host=サーバー;Database=名前;Username=利用者;Password=パスワード か postgresql:// で始まるアドレスで指定してください。",
            "This names no known database. Write Data Source=FILE for SQLite; Host=SERVER;Database=NAME;Username=USER;Password=PASSWORD or an address that starts with postgresql:// for PostgreSQL.");
    }

    /// <summary>The one line for a database that is named well and cannot be used.</summary>
    public static SettingException Unusable(DatabaseAddress address, Exception reason) => new(Name, address.ToString(),
        "データベースに接続できないか、使えません。サーバーが動いているか、名前と権限が正しいか確認してください。",
        $"The database cannot be reached or used. Check that it is running, its name and its rights. ({Line(reason)})");

    /// <summary>The one line for a database with tables that this version does not know.</summary>
    public static SettingException TooNew(DatabaseAddress address) => new(Name, address.ToString(),
        "新しい版の MedtechBot が作ったデータベースです。その版を使うか、更新前のバックアップを戻してください。",
        "A newer version of MedtechBot made this database. Run that version, or restore the backup from before the upgrade.");

    /// <summary>Whether it is the database that failed, and not the product.</summary>
    public static bool IsDatabaseFailure(Exception error) => error is DbException or TimeoutException or System.Net.Sockets.SocketException;

    private static string Line(Exception reason) => reason.Message.ReplaceLineEndings(" ").Trim();
}
