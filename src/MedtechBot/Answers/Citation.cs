using MedtechBot.Knowledge;

namespace MedtechBot.Answers;

/// <summary>A statement's proof: a passage and words that stand in it, character for character.</summary>
/// <param name="Position">The number in brackets in the answer's text, from 1.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Section">The passage's heading.</param>
/// <param name="Quote">Verbatim from <see cref="Passage.Text"/>.</param>
/// <param name="Source">Publisher, title and date of what the passage rests on.</param>
public sealed record Citation(int Position, PassageId Id, string Title, string Section, string Quote, string Source, PartialDate AsOf, Authority Authority)
{
    private const int LongestMark = 200;

    public static Citation Of(int position, Passage passage, string quote, Language language)
    {
        var source = passage.Sources[0].Source;
        var english = language == Language.English;
        return new Citation(
            position,
            passage.Id,
            english ? passage.DocumentTitleEn ?? passage.DocumentTitle : passage.DocumentTitle,
            english ? passage.HeadingEn ?? passage.Heading : passage.Heading,
            quote,
            $"{source.Publisher}「{source.Title}」{source.Date.ToJapanese()}",
            passage.AsOf,
            passage.Authority);
    }

    /// <summary>Opens the passage with the quote highlighted; relative to the product's public address.</summary>
    public string Path => "/knowledge/" + Id.DocumentId + "?q=" + Uri.EscapeDataString(Marked) + "#" + Id.SectionId;

    // A long quote is found by its beginning; half a character would be found nowhere.
    private string Marked => Quote.Length <= LongestMark ? Quote : Quote[..(char.IsHighSurrogate(Quote[LongestMark - 1]) ? LongestMark - 1 : LongestMark)];
}
