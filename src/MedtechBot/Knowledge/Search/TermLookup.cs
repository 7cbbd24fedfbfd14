using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>Finds one term of a field: its block by halving, then the term among the few of that block, without writing any of them out.</summary>
internal static class TermLookup
{
    public static bool TryFind(this TermFieldData field, ReadOnlySpan<byte> word, out TermPlace place)
    {
        var terms = field.TermBytes;
        var (low, high) = (0, field.Blocks - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (FirstWord(terms, field.Place(middle).Terms).SequenceCompareTo(word) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }
        place = default;
        return high >= 0 && TryFindWord(field, terms, high, word, out place);
    }

    public static bool TryFind(this TermFieldData field, uint number, out TermPlace place)
    {
        var terms = field.TermBytes;
        var (low, high) = (0, field.Blocks - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (new ByteReader(terms[field.Place(middle).Terms..]).Number() <= number)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }
        place = default;
        return high >= 0 && TryFindNumber(field, terms, high, number, out place);
    }

    /// <summary>Where the documents of a term are whose number is known.</summary>
    public static TermPlace At(this TermFieldData field, int number)
    {
        var terms = new TermCursor(field, number / TermFieldData.TermsInBlock);
        while (terms.Next() && terms.Place.Number < number)
        {
        }
        return terms.Place;
    }

    private static ReadOnlySpan<byte> FirstWord(ReadOnlySpan<byte> terms, int at)
    {
        var reader = new ByteReader(terms[(at + 1)..]);
        return reader.Bytes(reader.Count());
    }

    private static bool TryFindWord(TermFieldData field, ReadOnlySpan<byte> terms, int block, ReadOnlySpan<byte> word, out TermPlace place)
    {
        var (at, next) = field.Place(block);
        var reader = new ByteReader(terms[at..]);
        var number = block * TermFieldData.TermsInBlock;
        // Of the word sought so much stands at the beginning of the term before, which is the smaller of the two.
        var matched = 0;
        for (var end = Math.Min(number + TermFieldData.TermsInBlock, field.Terms); number < end; number++)
        {
            var shared = reader.Count();
            var rest = reader.Bytes(reader.Count());
            place = TermCursor.ReadPlace(ref reader, number, next, field.Documents, out next);
            if (shared < matched)
            {
                break;
            }
            if (shared == matched)
            {
                var sought = word[matched..];
                var order = rest.SequenceCompareTo(sought);
                if (order >= 0)
                {
                    return order == 0;
                }
                matched += rest.CommonPrefixLength(sought);
            }
        }
        place = default;
        return false;
    }

    private static bool TryFindNumber(TermFieldData field, ReadOnlySpan<byte> terms, int block, uint sought, out TermPlace place)
    {
        var (at, next) = field.Place(block);
        var reader = new ByteReader(terms[at..]);
        var (number, term) = (block * TermFieldData.TermsInBlock, 0u);
        for (var end = Math.Min(number + TermFieldData.TermsInBlock, field.Terms); number < end && term <= sought; number++)
        {
            term += reader.Number();
            place = TermCursor.ReadPlace(ref reader, number, next, field.Documents, out next);
            if (term == sought)
            {
                return true;
            }
        }
        place = default;
        return false;
    }
}
