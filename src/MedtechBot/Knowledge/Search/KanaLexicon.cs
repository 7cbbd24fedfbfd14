using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Search;

/// <summary>
/// How the knowledge base's words sound. A question typed in kana alone is written with them again ("にんしょう" as "認証",
/// "えふでぃーえー" as "fda"), so that it is understood like any other.
/// </summary>
internal sealed class KanaLexicon(SoundsOfWords words)
{
    // A conversion that leaves more than this share of the question in kana explains too little of it.
    private const double MostLeft = 0.75;
    private const int LongestReading = 24;
    private const string ParticlesBeforeWords = "ハガヲノ";
    private const string ParticlesAfterWords = "ハガヲニデノトモヘヤッ";

    /// <summary>The text with its kana written as the words of the knowledge base; null when too little of it is known.</summary>
    public string? Write(string kana)
    {
        var sound = Sound(kana);
        var (score, from) = (new double[sound.Length + 1], new int[sound.Length + 1]);
        var left = new double[sound.Length + 1];
        for (var end = 1; end <= sound.Length; end++)
        {
            (score[end], from[end], left[end]) = (score[end - 1], end - 1, left[end - 1] + (char.IsLetter(sound[end - 1]) ? 1 : 0));
            for (var start = Math.Max(0, end - LongestReading); start <= end - 2; start++)
            {
                var length = end - start;
                if (score[start] + length * length > score[end] && words.Contains(sound.AsSpan(start, length)) && (length > 2 || StandsAlone(sound, start, end)))
                {
                    (score[end], from[end], left[end]) = (score[start] + length * length, start, left[start]);
                }
            }
        }
        return left[^1] > MostLeft * sound.Count(char.IsLetter) ? null : Spell(kana, sound, from);
    }

    private string Spell(string kana, string sound, int[] from)
    {
        var parts = new List<string>();
        for (var end = sound.Length; end > 0; end = from[end])
        {
            parts.Add(end - from[end] == 1 ? kana[(end - 1)..end] : words.Word(sound.AsSpan(from[end], end - from[end])));
        }
        parts.Reverse();
        return string.Concat(parts);
    }

    // Two kana are in many words; as a word of their own they stand at the front or after a particle, and a particle or nothing follows.
    private static bool StandsAlone(string sound, int start, int end) =>
        (start == 0 || !char.IsLetter(sound[start - 1]) || ParticlesBeforeWords.Contains(sound[start - 1], StringComparison.Ordinal))
        && (end == sound.Length || !char.IsLetter(sound[end]) || ParticlesAfterWords.Contains(sound[end], StringComparison.Ordinal));

    /// <summary>Katakana of the same length in which long vowels are written one way: コウコク and コーコク sound alike.</summary>
    internal static string Sound(string text)
    {
        var sound = text.ToCharArray();
        for (var i = 0; i < sound.Length; i++)
        {
            sound[i] = Kana.ToKatakana(sound[i]);
            var before = i == 0 ? '\0' : Vowel(sound[i - 1] == 'ー' && i > 1 ? sound[i - 2] : sound[i - 1]);
            if ((sound[i] == 'ウ' && before is 'オ' or 'ウ') || (sound[i] == 'イ' && before == 'エ') || (sound[i] == 'オ' && before == 'オ'))
            {
                sound[i] = 'ー';
            }
        }
        return new string(sound);
    }

    private static char Vowel(char kana) => kana switch
    {
        _ when "オコソトノホモヨロゴゾドボポョォ".Contains(kana, StringComparison.Ordinal) => 'オ',
        _ when "ウクスツヌフムユルグズヅブプュゥ".Contains(kana, StringComparison.Ordinal) => 'ウ',
        _ when "エケセテネヘメレゲゼデベペェ".Contains(kana, StringComparison.Ordinal) => 'エ',
        _ => '\0',
    };
}
