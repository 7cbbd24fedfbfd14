using System.Text;
using System.Text.RegularExpressions;
using MedtechBot.Consultations.Intake;

namespace MedtechBot.Teams.Coordinators;

public enum DeskVerb { Connect, Disconnect, Note }

/// <summary>What somebody wants of the desk in so many words: <c>接続 …</c>, <c>切断</c>, <c>メモ …</c>.</summary>
/// <param name="Rest">What came after it.</param>
public sealed partial record DeskCommand(DeskVerb Verb, string Rest)
{
    /// <summary>Null for any other message.</summary>
    public static DeskCommand? Read(string text)
    {
        var found = Words().Match(text);
        if (!found.Success)
        {
            return null;
        }
        var verb = found.Groups["verb"].Value.ToLowerInvariant() switch
        {
            "接続" or "connect" => DeskVerb.Connect,
            "切断" or "disconnect" => DeskVerb.Disconnect,
            _ => DeskVerb.Note,
        };
        return new DeskCommand(verb, found.Groups["rest"].Value.Trim());
    }

    /// <summary>The prefecture that is named; null when none is.</summary>
    public string? Prefecture()
    {
        var said = Rest.Normalize(NormalizationForm.FormKC).Trim();
        return Prefectures.All.Where(p => said == p.Name || (said.Length > 1 && p.Name.Length == said.Length + 1 && p.Name.StartsWith(said, StringComparison.Ordinal))
            || said.Equals(p.English, StringComparison.OrdinalIgnoreCase)).Select(p => p.Name).FirstOrDefault();
    }

    [GeneratedRegex(@"\A\s*(?<verb>接続|切断|メモ|connect|disconnect|note)(?:\s*[::]|\s|\z)(?<rest>.*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Words();
}
