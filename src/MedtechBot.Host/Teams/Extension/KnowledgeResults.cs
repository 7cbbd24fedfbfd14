using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Host.Desk.Sources;
using MedtechBot.Host.KnowledgePages;
using MedtechBot.Host.Pages;
using MedtechBot.Host.WebChat;
using MedtechBot.Knowledge;

namespace MedtechBot.Host.Teams.Extension;

/// <summary>Passages of the knowledge base as results: what is inserted is a quotation with source, date and the way to its page.</summary>
internal static class KnowledgeResults
{
    private const string ChoiceName = "passage";
    private const int LongestId = 200;
    private const int LongestPreview = 160;

    // A second quotation is added while both together stay short.
    private const int LongestQuotes = 400;

    public static IEnumerable<ExtensionResult> Find(ExtensionQuery query, KnowledgeSnapshot knowledge, Language language, string origin) =>
        (query.Words.Length == 0 ? Starters(knowledge, language) : PassageSuggestions.For(query.Words, knowledge, ExtensionQuery.MostResults))
            .Where(s => s.Quotes.Count > 0).Skip(query.Skip).Take(query.Count).Select(s => Result(s, query.Words, language, origin));

    /// <summary>The card of a passage that was chosen; null when there is none of that name any more.</summary>
    public static JsonObject? Choose(JsonObject choice, KnowledgeSnapshot knowledge, Language language, string origin) =>
        ExtensionQuery.TextOf(choice[ChoiceName]) is { Length: > 0 and <= LongestId } id && knowledge.FindPassage(new PassageId(id)) is { } passage
            && PassageSuggestions.Of(passage, ExtensionQuery.TextOf(choice["q"]) ?? "") is { Quotes.Count: > 0 } found
            ? Card(found, language, origin)
            : null;

    // What people often begin with, each with the passage that answers it best.
    private static IEnumerable<SuggestedPassage> Starters(KnowledgeSnapshot knowledge, Language language) =>
        ChatWords.Examples(language).SelectMany(question => PassageSuggestions.For(question, knowledge, 1)).DistinctBy(s => s.Passage.Id);

    private static ExtensionResult Result(SuggestedPassage found, string words, Language language, string origin)
    {
        var passage = found.Passage;
        var quote = found.Quotes[0].ReplaceLineEndings(" ");
        return new ExtensionResult(
            KnowledgeWords.Heading(passage, language),
            $"{(quote.Length <= LongestPreview ? quote : quote[..LongestPreview] + "…")} ({KnowledgeWords.AsOf(passage.AsOf, language)})",
            Card(found, language, origin),
            new JsonObject { [ChoiceName] = passage.Id.Value, ["q"] = words });
    }

    private static JsonObject Card(SuggestedPassage found, Language language, string origin)
    {
        var passage = found.Passage;
        var citation = Citation.Of(1, passage, found.Quotes[0], language);
        var quotes = found.Quotes.Where((q, i) => i == 0 || found.Quotes[0].Length + q.Length <= LongestQuotes).Select(q => $"「{q}」").ToList();
        var source = $"{citation.Source} ({KnowledgeWords.AsOf(citation.AsOf, language)})";
        var limit = KnowledgeWords.Of(passage.Limit, language);
        var english = language == Language.English ? passage.English.FirstOrDefault() : null;
        var link = origin + citation.Path;
        return ExtensionShape.Card(
            [
                ExtensionShape.Text($"{citation.Title} – {citation.Section}", isBold: true),
                .. quotes.Select(q => ExtensionShape.Text(q)),
                .. new[] { english, limit }.OfType<string>().Select(t => ExtensionShape.Text(t)),
                ExtensionShape.Text($"{source} · {KnowledgeWords.Of(passage.Authority, language)}", isSubtle: true),
            ],
            language.Say("出典のページを開く", "Open the source"),
            link,
            $"{quotes[0]} {source} {link}");
    }
}
