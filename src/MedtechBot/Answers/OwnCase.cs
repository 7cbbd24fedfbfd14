using System.Text.RegularExpressions;

namespace MedtechBot.Answers;

/// <summary>Sections that say who judges a single case answer those who ask for that, and nobody else.</summary>
internal static partial class OwnCase
{
    public static bool IsAskedIn(string question) => Own().IsMatch(question);

    public static bool IsSettledBy(string heading) => Verdict().IsMatch(heading);

    [GeneratedRegex("自社|自分|うち(の|は|が|も)|弊社|当社|当院|私|わたし|僕|この(製品|機器|装置|アプリ|研究|件|発明|症例)|判断して|断定|決めて|言い切|\\b(my|our|mine|ours|this (product|device|app|study|invention))\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Own();

    [GeneratedRegex("(判断|断定)(して|できる|まで)?(もらえる|してくれる)?か|判断できるか|見込みを教えて|このチャットで|このチャットに")]
    private static partial Regex Verdict();
}
