using System.Runtime.InteropServices;

namespace MedtechBot.Japanese.Dictionary;

/// <summary>Writes ipadic.dic. The same source always gives the same bytes.</summary>
internal sealed class DictionaryWriter(KuromojiDictionary source)
{
    // Columns of a feature line: surface, four of part of speech, two of inflection, base form, reading.
    private const int FirstDetail = 1;
    private const int DetailCount = 6;
    private const int BaseForm = 7;
    private const int Reading = 8;

    private readonly StringPool strings = new();
    private readonly List<WordEntry> entries = [];
    private readonly List<WordFeature> features = [];
    private readonly Dictionary<(string Details, PartOfSpeech Code), int> partOfSpeechIds = [];
    private readonly List<PartOfSpeechRecord> partsOfSpeech = [];

    public void Write(Stream output)
    {
        var (trie, codes) = BuildTrie();
        var classes = BuildClasses();
        var sections = new SectionWriter();
        sections.Add(DictionarySection.Trie, trie);
        sections.Add(DictionarySection.CharCodes, codes);
        sections.Add(DictionarySection.Entries, CollectionsMarshal.AsSpan(entries));
        sections.Add(DictionarySection.Features, CollectionsMarshal.AsSpan(features));
        sections.Add(DictionarySection.PartsOfSpeech, CollectionsMarshal.AsSpan(partsOfSpeech));
        sections.Add(DictionarySection.Connections, TransposeConnections());
        sections.Add(DictionarySection.CharClasses, source.CharClasses);
        sections.Add(DictionarySection.ClassDefinitions, classes);
        sections.Add(DictionarySection.Strings, strings.Text);
        sections.WriteTo(output);
    }

    private (TrieUnit[] Trie, ushort[] Codes) BuildTrie()
    {
        var codes = CharCodes.ByFrequency(source.Words.Select(word => word.Surface));
        var words = source.Words
            .Select(word => (Key: CharCodes.Encode(word.Surface, codes), word.Surface, word.Words))
            .OrderBy(word => word.Key, CharCodes.KeyOrder)
            .ToList();
        var values = new List<int>(words.Count);
        foreach (var (_, surface, variants) in words)
        {
            values.Add((entries.Count << TrieUnit.ValueShift) | variants.Count);
            foreach (var variant in variants)
            {
                AddEntry(variant, surface, PartOfSpeechMapping.Map(variant.Features[1], variant.Features[2]));
            }
        }

        return (DoubleArrayBuilder.Build([.. words.Select(word => word.Key)], values), codes);
    }

    private CharClassDefinition[] BuildClasses() => [.. source.Classes.Select(BuildClass)];

    private CharClassDefinition BuildClass(RawCharClass charClass)
    {
        var first = entries.Count;
        foreach (var word in charClass.Words)
        {
            // IPADIC calls an unknown symbol a noun (サ変接続), which no reader of tokens expects.
            var code = charClass.Name == "SYMBOL"
                ? PartOfSpeech.Symbol
                : PartOfSpeechMapping.Map(word.Features[1], word.Features[2]);
            AddEntry(word, "", code);
        }

        return new CharClassDefinition
        {
            FirstEntry = first,
            EntryCount = (ushort)charClass.Words.Count,
            AlwaysInvoke = charClass.AlwaysInvoke ? (byte)1 : (byte)0,
            Grouping = charClass.Grouping ? (byte)1 : (byte)0,
        };
    }

    private void AddEntry(RawWord word, string surface, PartOfSpeech code)
    {
        var baseForm = Column(word, BaseForm);
        var reading = Column(word, Reading);
        baseForm = baseForm == surface ? "" : baseForm;
        entries.Add(new WordEntry
        {
            LeftId = word.LeftId,
            RightId = word.RightId,
            Cost = word.Cost,
            PartOfSpeechId = (ushort)PartOfSpeechId(word, code),
        });
        features.Add(new WordFeature
        {
            BaseStart = strings.Add(baseForm),
            BaseLength = (ushort)baseForm.Length,
            ReadingStart = strings.Add(reading),
            ReadingLength = (ushort)reading.Length,
        });
    }

    private static string Column(RawWord word, int column) =>
        column < word.Features.Length && word.Features[column] != "*" ? word.Features[column] : "";

    private int PartOfSpeechId(RawWord word, PartOfSpeech code)
    {
        var details = string.Join(',', word.Features.Skip(FirstDetail).Take(DetailCount));
        if (!partOfSpeechIds.TryGetValue((details, code), out var id))
        {
            id = partsOfSpeech.Count;
            partOfSpeechIds.Add((details, code), id);
            partsOfSpeech.Add(new PartOfSpeechRecord
            {
                DetailStart = strings.Add(details),
                DetailLength = (ushort)details.Length,
                Code = (ushort)code,
            });
        }

        return id;
    }

    // kuromoji has a row for each right id. The analyzer asks for one left id and many right ids,
    // which are neighbours in memory this way round.
    private short[] TransposeConnections()
    {
        var size = source.ConnectionSize;
        var result = new short[size * size];
        for (var right = 0; right < size; right++)
        {
            for (var left = 0; left < size; left++)
            {
                result[(left * size) + right] = source.Connections[(right * size) + left];
            }
        }

        return result;
    }
}
