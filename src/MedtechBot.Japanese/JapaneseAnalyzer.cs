using System.Collections.Concurrent;
using MedtechBot.Japanese.Dictionary;
using MedtechBot.Japanese.Lattice;

namespace MedtechBot.Japanese;

/// <summary>
/// A morphological analyser for Japanese: the least cost segmentation over the IPADIC dictionary.
/// One instance serves any number of threads.
/// </summary>
public sealed unsafe class JapaneseAnalyzer : IDisposable
{
    private const string UserWordDetails = "名詞,一般,*,*,*,*";

    // A user word is made this much cheaper than what the dictionary makes of it: enough to be
    // found, too little to tear apart the words around it.
    private const int UserWordAdvantage = 3000;
    private const int UserWordCostMin = -15000;
    private const int UserWordCostMax = 4000;

    private readonly MappedDictionary dictionary;
    private readonly UserDictionary userDictionary = UserDictionary.Empty;
    private readonly ViterbiSearch search;
    private readonly CompoundSplitter splitter;
    private readonly ConcurrentBag<AnalysisBuffer> buffers = [];
    private bool isDisposed;

    private JapaneseAnalyzer(MappedDictionary dictionary, IEnumerable<string>? userDictionaryLines)
    {
        this.dictionary = dictionary;
        search = new ViterbiSearch(dictionary, userDictionary);
        if (userDictionaryLines is not null)
        {
            userDictionary = UserDictionary.Load(userDictionaryLines, UserWordCost);
            search = new ViterbiSearch(dictionary, userDictionary);
        }

        splitter = new CompoundSplitter(dictionary, search);
    }

    /// <summary>Opens a dictionary file; it is mapped, so this takes milliseconds.</summary>
    /// <param name="path">The file ipadic.dic.</param>
    /// <param name="userDictionaryLines">
    /// Words to add, one a line as surface, tab, reading; empty lines and lines starting with # are skipped.
    /// </param>
    public static JapaneseAnalyzer Open(string path, IEnumerable<string>? userDictionaryLines = null)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"The Japanese dictionary {path} is missing: building MedtechBot.Japanese makes it.", path);
        }

        return new JapaneseAnalyzer(MappedDictionary.Open(path), userDictionaryLines);
    }

    /// <summary>The dictionary file that lies beside the program.</summary>
    public static string DefaultDictionary => Path.Combine(AppContext.BaseDirectory, DictionaryFormat.FileName);

    /// <summary>Opens the dictionary that lies beside the program.</summary>
    public static JapaneseAnalyzer OpenDefault(IEnumerable<string>? userDictionaryLines = null) =>
        Open(DefaultDictionary, userDictionaryLines);

    /// <summary>Takes text apart into morphemes.</summary>
    public IReadOnlyList<Morpheme> Analyze(string text, AnalysisMode mode = AnalysisMode.Normal)
    {
        if (!buffers.TryTake(out var buffer))
        {
            buffer = new AnalysisBuffer();
        }

        Analyze(text, buffer, mode);
        var result = new Morpheme[buffer.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = ToMorpheme(buffer.Tokens[i], text);
        }

        buffers.Add(buffer);
        return result;
    }

    /// <summary>Takes text apart into the tokens of a buffer, without allocations once the buffer has grown.</summary>
    public void Analyze(ReadOnlySpan<char> text, AnalysisBuffer buffer, AnalysisMode mode = AnalysisMode.Normal)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        buffer.Clear();
        for (var start = 0; start < text.Length;)
        {
            var length = SentenceSplitter.NextLength(text[start..]);
            AnalyzeSentence(text.Slice(start, length), start, buffer, mode);
            start += length;
        }
    }

    /// <summary>The dictionary form of a token, or its surface.</summary>
    /// <param name="token">A token of this analyzer.</param>
    /// <param name="text">The text it was found in.</param>
    public ReadOnlySpan<char> BaseForm(in Token token, ReadOnlySpan<char> text)
    {
        if (!token.IsUserWord)
        {
            var feature = dictionary.Features[token.Feature];
            if (feature.BaseLength > 0)
            {
                return new ReadOnlySpan<char>(dictionary.Strings + feature.BaseStart, feature.BaseLength);
            }
        }

        return text.Slice(token.Start, token.Length);
    }

    /// <summary>The katakana reading of a token; empty when it is not known.</summary>
    public ReadOnlySpan<char> Reading(in Token token)
    {
        if (token.IsUserWord)
        {
            return userDictionary.Reading(token.Feature - search.FirstUserEntry);
        }

        var feature = dictionary.Features[token.Feature];
        return new ReadOnlySpan<char>(dictionary.Strings + feature.ReadingStart, feature.ReadingLength);
    }

    /// <summary>IPADIC's part of speech and inflection of a token: six columns with commas between.</summary>
    public ReadOnlySpan<char> Details(in Token token)
    {
        if (token.IsUserWord)
        {
            return UserWordDetails;
        }

        var record = dictionary.PartsOfSpeech[dictionary.Entries[token.Feature].PartOfSpeechId];
        return new ReadOnlySpan<char>(dictionary.Strings + record.DetailStart, record.DetailLength);
    }

    /// <summary>Unmaps the dictionary. No analysis may be running, and spans given out are no longer valid.</summary>
    public void Dispose()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            dictionary.Dispose();
        }
    }

    private void AnalyzeSentence(ReadOnlySpan<char> sentence, int offset, AnalysisBuffer buffer, AnalysisMode mode)
    {
        var lattice = buffer.Lattice;
        var last = search.Run(sentence, lattice, PathContext.Sentence);
        if (mode == AnalysisMode.Search)
        {
            splitter.Emit(sentence, offset, last, buffer);
            return;
        }

        var tokens = buffer.Extend(TokenPath.Count(lattice, last));
        TokenPath.Fill(tokens, lattice, last, sentence.Length, offset, splitter.TokenFactory);
    }

    private short UserWordCost(string surface)
    {
        var lattice = new LatticeBuffer();
        search.Run(surface, lattice, PathContext.Sentence);
        var cost = search.Cost(lattice, PathContext.Sentence);
        return (short)Math.Clamp(cost - UserWordAdvantage, UserWordCostMin, UserWordCostMax);
    }

    private Morpheme ToMorpheme(in Token token, string text) => new(
        text.Substring(token.Start, token.Length),
        BaseForm(token, text).ToString(),
        Reading(token).ToString(),
        token.PartOfSpeech,
        token.Start,
        token.Length)
    {
        Details = Details(token).ToString(),
        IsUnknown = token.IsUnknown,
        IsCompoundExtra = token.IsCompoundExtra,
    };
}
