using System.Text;
using System.Text.Json;
using MedtechBot.Japanese;

namespace MedtechBot.Consultations;

/// <summary>All words of one ticket in the form they are looked for in, whatever kind of event they stand in.</summary>
internal sealed class TicketText
{
    // What only our own program reads.
    private static readonly string[] NoWords = ["$type", "at", "id", "replyId", "noteId", "messageId", "referralId", "step", "language"];

    private readonly string _number;
    private readonly string _words;
    private readonly string _addresses;

    private TicketText(string number, int version, string words, string addresses) =>
        (_number, Version, _words, _addresses) = (Searchable(number), version, Searchable(words), Searchable(addresses));

    public int Version { get; }

    /// <param name="contents">The events as they are kept.</param>
    public static TicketText Of(string number, int version, IEnumerable<string> contents)
    {
        var (words, addresses) = (new StringBuilder(), new StringBuilder());
        foreach (var content in contents)
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(content));
            var name = "";
            while (reader.Read())
            {
                name = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString()! : name;
                if (reader.TokenType == JsonTokenType.String && !NoWords.Contains(name))
                {
                    // What stands in one field and in the next is no word.
                    (name == "email" ? addresses : words).Append(reader.GetString()).Append('\n');
                }
            }
        }
        return new TicketText(number, version, words.ToString(), addresses.ToString());
    }

    /// <summary>Without differences of width, of large and small letters, and of the two kana.</summary>
    public static string Searchable(string text) => Kana.ToKatakana(TextNormalizer.Normalize(text).Text);

    public bool IsInNumber(string word) => _number.Contains(word, StringComparison.Ordinal);

    public bool Has(string word, bool withAddresses) =>
        _words.Contains(word, StringComparison.Ordinal) || IsInNumber(word) || (withAddresses && _addresses.Contains(word, StringComparison.Ordinal));
}
