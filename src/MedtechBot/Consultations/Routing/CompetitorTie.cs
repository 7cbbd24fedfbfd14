using System.Text.RegularExpressions;
using MedtechBot.Japanese;

namespace MedtechBot.Consultations.Routing;

/// <summary>Whether somebody's affiliation is a company that must not see a matter, however its name is written.</summary>
internal static partial class CompetitorTie
{
    // A single letter is in every name.
    private const int Shortest = 2;

    public static bool Is(string competitor, IEnumerable<string> affiliations)
    {
        var name = Core(competitor);
        return name.Length >= Shortest && affiliations.SelectMany(a => a.Split(['、', ';'])).Any(affiliation =>
            Core(affiliation).Contains(name, StringComparison.Ordinal)
            || (Core(Organisation().Match(affiliation).Value) is { Length: > Shortest } own && name.Contains(own, StringComparison.Ordinal)));
    }

    private static string Core(string name) =>
        string.Concat(LegalForm().Replace(Kana.ToHiragana(TextNormalizer.Normalize(name).Text), " ").Where(char.IsLetterOrDigit));

    [GeneratedRegex("株式会社|有限会社|合同会社|(公益|一般)(財団|社団)法人|国立大学法人|\\(株\\)|\\b(inc|corp|corporation|co|ltd|llc|kk|company|limited)\\b\\.?")]
    private static partial Regex LegalForm();

    [GeneratedRegex("^.+?(株式会社|合同会社|大学|事務所|機構)")]
    private static partial Regex Organisation();
}
