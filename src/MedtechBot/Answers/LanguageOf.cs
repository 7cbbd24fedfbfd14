namespace MedtechBot.Answers;

/// <summary>Tells the language of a message from its letters.</summary>
public static class LanguageOf
{
    public static Language Text(string text)
    {
        int latin = 0, japanese = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetter(c))
            {
                latin++;
            }
            else if (c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uff66' and <= '\uff9f')
            {
                japanese++;
            }
        }
        // Japanese questions are full of Latin abbreviations; English ones hold at most a Japanese name.
        return latin > 0 && japanese * 4 < latin ? Language.English : Language.Japanese;
    }
}
