using System.Numerics;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>The words of one question, as documents' words in order are compared with them. For one thread.</summary>
internal sealed class AskedWords
{
    // A bit each; no question people ask has more.
    private const int Most = 64;
    private const int Reach = 10;

    [ThreadStatic]
    private static Memory? _memory;

    private readonly WordWeights _weights;
    private readonly int[] _numbers;
    private readonly double[] _tells;
    private readonly double _total;
    private readonly int[] _counters;

    /// <param name="numberOf">The number of a word; below 0 when no document has it.</param>
    public AskedWords(QuestionTerms question, Func<string, int> numberOf, WordWeights weights)
    {
        _weights = weights;
        string[] words = [.. question.Words.Distinct(StringComparer.Ordinal).Take(Most)];
        var numbers = Array.ConvertAll(words, w => numberOf(w));
        _numbers = [.. numbers.Where(n => n >= 0).Order()];
        _tells = Array.ConvertAll(_numbers, weights.Of);
        // What no document has still says how little of the question the others have.
        _total = numbers.Where(n => n < 0).Sum(weights.Of) + _tells.Sum();
        Count = words.Length;
        _counters = [.. question.Counters.Select(numberOf).Where(n => n >= 0).Distinct()];
    }

    public bool AreAny => _numbers.Length > 0;

    private int Count { get; }

    /// <param name="record">As <see cref="WordsInOrder"/> writes it.</param>
    public Closeness In(ReadOnlySpan<byte> record)
    {
        var memory = _memory ??= new Memory();
        var distinct = WordsInOrder.WordsOf(record);
        memory.Clear(distinct, _numbers.Length);
        // Words count from 1.
        var rest = WordsInOrder.ReadWords(record, memory.Numbers.AsSpan(1, distinct));
        if (!Meet(memory.Numbers.AsSpan(1, distinct), memory.Asked))
        {
            return default;
        }
        var reader = new ByteReader(rest);
        Span<int> headings = stackalloc int[reader.Count()];
        foreach (ref var length in headings)
        {
            length = reader.Count();
        }
        return Walk(new Places(reader.Bytes(reader.Left), WordsInOrder.PlaceLength(distinct)), headings, memory);
    }

    // Which of the document's words are asked for.
    private bool Meet(ReadOnlySpan<int> words, Span<byte> askedOf)
    {
        var isAny = false;
        for (var asked = 0; asked < _numbers.Length; asked++)
        {
            if (words.BinarySearch(_numbers[asked]) is var place and >= 0)
            {
                askedOf[place + 1] = (byte)(asked + 1);
                isAny = true;
            }
        }
        return isAny;
    }

    private Closeness Walk(Places places, ReadOnlySpan<int> headings, Memory memory)
    {
        var (inHeadings, heading, at, spot) = (0UL, 0.0, 0, 0);
        foreach (var length in headings)
        {
            var (said, all) = (0.0, 0.0);
            for (var end = at + length; at < end; at++)
            {
                var local = places[at];
                if (local == WordsInOrder.End)
                {
                    continue;
                }
                var tells = _weights.Of(memory.Numbers[local]);
                all += tells;
                if (memory.Asked[local] is var asked and > 0)
                {
                    said += tells;
                    inHeadings |= 1UL << (asked - 1);
                    memory.Meet(asked - 1, spot, _numbers.Length);
                }
                spot++;
            }
            heading = Math.Max(heading, all > 0 ? said / all : 0);
        }
        var (inAll, sentence, counted) = Body(places, at, spot, inHeadings, memory);
        return new Closeness(_total > 0 ? Tell(inAll) / _total : 0, sentence, Near(memory), heading, _total > 0 ? counted / _total : 0);
    }

    private (ulong InAll, double Sentence, double Counted) Body(Places places, int at, int spot, ulong inHeadings, Memory memory)
    {
        ReadOnlySpan<byte> askedOf = memory.Asked;
        var (inAll, inSentence, sentence, counted) = (inHeadings, 0UL, 0.0, 0.0);
        var (counts, isAfterNumber, isCounted) = (_counters.Length > 0, false, false);
        for (; at < places.Count; at++)
        {
            if (!counts)
            {
                // Most words are not asked for, and say nothing here.
                var next = places.NextOf(askedOf, at);
                spot += next - at;
                at = next;
                if (at == places.Count)
                {
                    break;
                }
            }
            var local = places[at];
            if (local == WordsInOrder.End)
            {
                if (inSentence != 0)
                {
                    inAll |= inSentence;
                    sentence = Math.Max(sentence, Tell(inSentence));
                    // What the headings say is said in every sentence.
                    counted = isCounted ? Math.Max(counted, Tell(inSentence | inHeadings)) : counted;
                }
                (inSentence, isAfterNumber, isCounted) = (0, false, false);
                continue;
            }
            if (askedOf[local] is var asked and > 0)
            {
                inSentence |= 1UL << (asked - 1);
                memory.Meet(asked - 1, spot, _numbers.Length);
            }
            if (counts)
            {
                var number = memory.Numbers[local];
                isCounted |= isAfterNumber && Array.IndexOf(_counters, number) >= 0;
                isAfterNumber = _weights.IsNumber(number);
            }
            spot++;
        }
        return (inAll, sentence, counted);
    }

    private double Tell(ulong words)
    {
        var sum = 0.0;
        for (; words != 0; words &= words - 1)
        {
            sum += _tells[BitOperations.TrailingZeroCount(words)];
        }
        return sum;
    }

    private double Near(Memory memory)
    {
        var sum = 0.0;
        for (var one = 0; one < _numbers.Length; one++)
        {
            for (var other = one + 1; other < _numbers.Length; other++)
            {
                var distance = memory.Distances[one * _numbers.Length + other];
                sum += distance == 0 ? 0 : Math.Min(_tells[one], _tells[other]) / distance;
            }
        }
        return 2 * sum / Math.Max(1, Count - 1);
    }

    private readonly ref struct Places(ReadOnlySpan<byte> bytes, int length)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;

        public int Count { get; } = bytes.Length / length;

        /// <summary>The next place with a word that is asked for or the end of a sentence.</summary>
        public int NextOf(ReadOnlySpan<byte> askedOf, int place)
        {
            if (length > 1)
            {
                return place;
            }
            for (; place < _bytes.Length && _bytes[place] != WordsInOrder.End && askedOf[_bytes[place]] == 0; place++)
            {
            }
            return place;
        }

        public int this[int place] => length == 1 ? _bytes[place] : _bytes[2 * place] | _bytes[2 * place + 1] << 8;
    }

    /// <summary>What one document after the other is looked at with.</summary>
    private sealed class Memory
    {
        private readonly (int Word, int Spot)[] _recent = new (int, int)[Reach];
        private int _met;

        public int[] Numbers { get; private set; } = new int[256];

        /// <summary>Which of the asked words each word is, from 1; 0 when it is none.</summary>
        public byte[] Asked { get; private set; } = new byte[256];

        /// <summary>The least distance between two asked words; 0 when they stand nowhere near.</summary>
        public byte[] Distances { get; } = new byte[Most * Most];

        public void Clear(int distinct, int asked)
        {
            if (Asked.Length <= distinct)
            {
                (Numbers, Asked) = (new int[2 * distinct], new byte[2 * distinct]);
            }
            Array.Clear(Asked, 0, distinct + 1);
            Array.Clear(Distances, 0, asked * asked);
            _met = 0;
        }

        public void Meet(int word, int spot, int asked)
        {
            for (var i = _met - 1; i >= 0 && i >= _met - Reach; i--)
            {
                var (other, before) = _recent[i % Reach];
                if (spot - before > Reach)
                {
                    break;
                }
                if (other != word)
                {
                    ref var distance = ref Distances[Math.Min(word, other) * asked + Math.Max(word, other)];
                    distance = distance == 0 ? (byte)(spot - before) : Math.Min(distance, (byte)(spot - before));
                }
            }
            _recent[_met++ % Reach] = (word, spot);
        }
    }
}
