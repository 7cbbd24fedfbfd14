using System.Text;
using System.Text.Json;

namespace MedtechBot.Consultations;

/// <summary>All words of one ticket in the form they are looked for in, whatever kind of event they stand in.</summary>
internal sealed class TicketText
{
    // What only our own program reads.
    private static readonly string[] NoWords = ["$type", "at", "id", "replyId", "noteId", "messageId", "referralId", "step", "language"];

    private readonly string _number;
    private readonly string _words;
    private readonly string _addresses;

    private readonly ulong[] _pairs;

    private TicketText(string number, int version, string words, string addresses)
    {
        Version = version;
        (_number, _words, _addresses) = (SoughtWord.Searchable(number), SoughtWord.Searchable(words), SoughtWord.Searchable(addresses));
        _pairs = SoughtWord.PairsOf(_words, _addresses);
    }

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

    public bool IsInNumber(SoughtWord word) => _number.Contains(word.Text, StringComparison.Ordinal);

    public bool Has(SoughtWord word, bool withAddresses) => IsInNumber(word) || (word.MayBeIn(_pairs)
        && (_words.Contains(word.Text, StringComparison.Ordinal) || (withAddresses && _addresses.Contains(word.Text, StringComparison.Ordinal))));
}
