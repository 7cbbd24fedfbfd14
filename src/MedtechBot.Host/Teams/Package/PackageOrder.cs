using System.Globalization;
using System.Text.RegularExpressions;

namespace MedtechBot.Host.Teams.Package;

/// <summary>What an app package is made for. The app's id in Teams is the bot's too, so that there is one to remember.</summary>
/// <param name="Domain">Where the product is reached: a host alone, in small letters.</param>
public sealed partial record PackageOrder(string AppId, string Domain, string Version, string Developer)
{
    public const int LongestDeveloper = 32;
    private const int LongestDomain = 253;

    // Names that no DNS of the world leads anywhere with.
    private static readonly string[] NowhereElse = ["localhost", "local", "localdomain", "internal", "lan", "home", "test", "invalid"];

    /// <summary>Where tokens for the tabs are for, as Entra ID wants it of an app that has a bot and tabs.</summary>
    public string Resource => $"api://{Domain}/botid-{AppId}";

    /// <summary>What of it cannot be meant; nothing when all can.</summary>
    public IEnumerable<PackageProblem> Problems()
    {
        if (!Guid.TryParseExact(AppId, "D", out var id) || id == Guid.Empty)
        {
            yield return new("--app-id", AppId, "Azure の「アプリケーション (クライアント) ID」を、00000000-0000-0000-0000-000000000000 の形で指定してください。",
                "Give the Application (client) ID of Azure, of the form 00000000-0000-0000-0000-000000000000.");
        }
        if (ProblemOf(Domain) is var (japanese, english))
        {
            yield return new("--domain", Domain, japanese, english);
        }
        if (!ThreeNumbers().IsMatch(Version))
        {
            yield return new("--version", Version, "1.0.0 の形で指定してください。更新するたびに大きくします。", "Give it as 1.0.0; each update needs a greater one.");
        }
        if (Developer.Trim().Length is 0 or > LongestDeveloper || Developer.Any(char.IsControl))
        {
            yield return new("--developer", Developer, $"{LongestDeveloper}文字以内で、運営する組織の名前を指定してください。", $"Give the name of whoever runs it, within {LongestDeveloper} characters.");
        }
    }

    /// <summary>Why Teams could not open pages there; null when it could.</summary>
    internal static (string Japanese, string English)? ProblemOf(string domain)
    {
        if (domain.Contains("://", StringComparison.Ordinal) || domain.AsSpan().ContainsAny("/?#@"))
        {
            return ("https:// やパスを除いた、ホスト名だけを指定してください(例: chat.example.jp)。", "Give the host alone, without https:// and path, for example chat.example.jp.");
        }
        if (domain.Contains('*', StringComparison.Ordinal))
        {
            return ("ワイルドカードは使えません。ホスト名を1つ指定してください。", "Wildcards are not taken; give one host.");
        }
        if (domain.Contains(':', StringComparison.Ordinal))
        {
            return ("ポート番号は使えません。Teams は https の既定のポート(443)だけを開きます。", "Ports are not taken: Teams opens pages at the default port of https (443) alone.");
        }
        if (NowhereElse.Contains(domain.Split('.')[^1].ToLowerInvariant()) || LooksLikeNumbers().IsMatch(domain))
        {
            return ("Teams から届く、公開されたホスト名を指定してください。localhost、社内だけの名前、IPアドレスは使えません。試すときはトンネルのホスト名を使います。",
                "Give a public host that Teams reaches. localhost, names of one's own net and IP addresses are none; to try it out use the host of a tunnel.");
        }
        if (domain.Length > LongestDomain || !HostName().IsMatch(domain))
        {
            return ("chat.example.jp のような、小文字のホスト名を指定してください(日本語のドメイン名は xn-- の形)。", "Give a host in small letters like chat.example.jp (with other letters in its xn-- form).");
        }
        return null;
    }

    /// <summary>A line that tells it apart from others.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Domain} {AppId} {Version}");

    [GeneratedRegex(@"\A(?:0|[1-9][0-9]{0,5})(?:\.(?:0|[1-9][0-9]{0,5})){2}\z")]
    private static partial Regex ThreeNumbers();

    [GeneratedRegex(@"\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]\z")]
    private static partial Regex HostName();

    [GeneratedRegex(@"\A[0-9.]+\z")]
    private static partial Regex LooksLikeNumbers();
}
