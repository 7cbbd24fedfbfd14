using MedtechBot.Answers;
using MedtechBot.Knowledge;

namespace MedtechBot.Consultations.Intake;

/// <summary>What is free and what costs, said before anybody sends a form: in our words, with the passage that says so.</summary>
/// <param name="Source">Null while the knowledge holds no such passage.</param>
public sealed record WishNotice(string Text, Citation? Source)
{
    private static readonly PassageId Fee = new("medic#fee");

    public static WishNotice Of(KnowledgeSnapshot? knowledge, Language language)
    {
        var text = language == Language.English
            ? "\"What to do\" is accompanying advice, free in principle. \"How to do it\" is an introduction to experts, who are paid."
            : "「何をすべきか(What)」は原則無料の伴走相談、「どう実現するか(How)」は有料の専門家の紹介です。";
        var passage = knowledge?.FindPassage(Fee);
        // A passage rewritten to say something else proves nothing here.
        return new WishNotice(text, passage is not null && Quote(passage.Text) is { } quote ? Citation.Of(1, passage, quote, language) : null);
    }

    // From the beginning to where both are said.
    private static string? Quote(string text)
    {
        var end = Math.Max(text.IndexOf("What", StringComparison.Ordinal), text.IndexOf("How", StringComparison.Ordinal));
        return text.Contains("What", StringComparison.Ordinal) && text.Contains("How", StringComparison.Ordinal)
            ? text[..(text.IndexOf('\n', end) is var line and >= 0 ? line : text.Length)]
            : null;
    }

    /// <summary>With the link that opens the passage.</summary>
    public string Markdown(Language language) => Source is not { } source ? Text : language == Language.English
        ? $"{Text} Source: [{source.Title} - {source.Section}]({source.Path}) (as of {source.AsOf})"
        : $"{Text} 出典: [{source.Title} – {source.Section}]({source.Path})({source.AsOf.ToJapanese()}時点)";
}
