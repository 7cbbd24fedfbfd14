using System.Text.RegularExpressions;
using MedtechBot.Japanese;

namespace MedtechBot.Answers.Finders;

/// <summary>
/// A question's text from which everything that was recognised is crossed out: what is left over tells whether it asks for more than
/// a lookup can say.
/// </summary>
internal sealed partial class Wording
{
    private readonly char[] _left;
    private readonly string _sounds;

    public Wording(string text)
    {
        Text = TextNormalizer.Normalize(text, NormalizationOptions.KeepCircledDigits).Text;
        _sounds = Kana.ToHiragana(Text);
        _left = Text.ToCharArray();
    }

    /// <summary>In the one form things are looked up in: small letters, usual width.</summary>
    public string Text { get; }

    /// <summary>Crosses out and returns the names that stand in the text; where several begin, the longest.</summary>
    public IReadOnlyList<string> Cross(Spellings known)
    {
        var found = new List<string>();
        for (var at = 0; at < _sounds.Length; at++)
        {
            foreach (var (name, sounds) in known.From(_sounds[at]))
            {
                if (StandsAt(at, sounds, name))
                {
                    found.Add(name);
                    _left.AsSpan(at, sounds.Length).Fill(' ');
                    at += sounds.Length - 1;
                    break;
                }
            }
        }
        return [.. found.Distinct()];
    }

    public bool Cross(Regex pattern)
    {
        var matches = pattern.Matches(Text);
        foreach (Match match in matches)
        {
            _left.AsSpan(match.Index, match.Length).Fill(' ');
        }
        return matches.Count > 0;
    }

    /// <summary>What nobody recognised, without the particles around it.</summary>
    public string Left => string.Join(' ', new string(_left).Split([' ', '　', '、', '。', '?', '・', ',', ':'], StringSplitOptions.RemoveEmptyEntries)
        .Select(part => Particles().Replace(part, "")).Where(part => part.Length > 0 && !Little().IsMatch(part)));

    /// <summary>How many telling characters nobody recognised: kanji, katakana, letters and digits, and runs of hiragana too long for particles.</summary>
    public int LeftOver()
    {
        Cross(Filler());
        // A foreign word is no more telling for its many letters.
        return Telling().Matches(new string(_left)).Sum(m => char.IsAsciiLetter(m.Value[0]) ? Math.Min(2, m.Length) : m.Length);
    }

    private bool StandsAt(int at, string sounds, string spelling)
    {
        if (string.CompareOrdinal(_sounds, at, sounds, 0, sounds.Length) != 0)
        {
            return false;
        }
        var end = at + sounds.Length;
        // タイ is neither in タイミング nor in 比べたい.
        if (spelling.Length <= 3 && spelling.All(Kana.IsKatakana))
        {
            return Text[at..end] == spelling && (at == 0 || !Kana.IsKatakana(Text[at - 1])) && (end == Text.Length || !Kana.IsKatakana(Text[end]));
        }
        if (char.IsAsciiLetterOrDigit(sounds[0]) || char.IsAsciiLetterOrDigit(sounds[^1]))
        {
            return (at == 0 || !char.IsAsciiLetterOrDigit(sounds[0]) || !char.IsAsciiLetterOrDigit(_sounds[at - 1]))
                && (end == _sounds.Length || !char.IsAsciiLetterOrDigit(sounds[^1]) || !char.IsAsciiLetterOrDigit(_sounds[end]));
        }
        // A name in hiragana may be the middle of anything: it counts from a start to a particle.
        return !spelling.All(Kana.IsHiragana)
            || (Text[at..end] == spelling && StartsName(at) && AfterKanaName().IsMatch(Text.AsSpan(end)));
    }

    private bool StartsName(int at) => at == 0 || !char.IsLetter(Text[at - 1]) || Text[at - 1] is 'の' or 'と' or 'は' or 'で' or 'い';

    [GeneratedRegex("^(における|での|では|との|とは|って|の|と|は|が|を|に|で|や)+|(における|での|では|との|とは|って|の|と|は|が|を|に|で|や|か)+$")]
    private static partial Regex Particles();

    [GeneratedRegex("^(教えて(ください)?|おしえて|知りたい(です)?|ください|です(か)?|何(ですか)?|the|in|of|and|between|what|is|are|how|do|does|for|on|a|an|to|please|explain|me|tell)$")]
    private static partial Regex Little();

    [GeneratedRegex("^(けん|ふ(?!く)|ちほう|ちく|だんかい|の|と|で|は|に|が|も|を|、|か|$|\\s|[?!。・])")]
    private static partial Regex AfterKanaName();

    [GeneratedRegex("[\\p{IsCJKUnifiedIdeographs}々]+|[\\p{IsKatakana}ー]+|[a-z0-9]+|[\\p{IsHiragana}]{7,}")]
    private static partial Regex Telling();

    // What every question may hold without asking for more by it.
    [GeneratedRegex("""
        教えて|おしえて|知りた(い|く)|しりたい|紹介して|探して(い?る|い?ます)?|探したい|一覧|まとめて|見せて|すべて|全部|全て|ぜんぶ|残り|(ほか|他|ほかの|他の)(に)?[0-9]*件?|[0-9]+件|何が|何か|何処|どこ|どんな|どの|いい|よい|良い|
        医工連携|医療(機器|用具)|いりょうきき|機器|製品|開発|かいはつ|企業|会社|かいしゃ|弊社|当社|自社|うち|私たち|我々|私|場合|ばあい|時|際|関して|関する|ついて|
        ください|下さい|くださ|ところ|とこ|できる|でき(ます|る)?|くれる|もらえる|したい|した(い|く)|ほしい|欲しい|ありますか|ありませんか|ですか|でしょうか|ますか|ましょうか|いますか|
        地方|地区|地域|県|府|都|道|圏|内|近く|地元|方|者|所|先|
        \b(the|a|an|in|at|of|for|to|on|from|with|by|what|which|who|whom|where|how|can|could|should|may|i|we|us|you|our|my|me|is|are|am|be|there|do|does|tell|show|list|give|please|find|looking|look|need|want|would|like|about|and|or|any|all|every|some|available|medical|device|devices|product|products|development|developing|develop|medtech|company|companies|prefecture|region|area|japan|japanese|get|have|has|if|it|as|more|other|use|used|using)\b
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Filler();
}
