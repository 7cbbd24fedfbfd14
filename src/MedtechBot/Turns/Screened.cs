using MedtechBot.Answers;
using MedtechBot.PersonalData;
using MedtechBot.Turns.Limits;

namespace MedtechBot.Turns;

/// <summary>
/// A message after the first look at it, before anything is kept: which limit it meets, and its text without what must not be
/// kept. Everything after this sees this text only.
/// </summary>
public sealed class Screened
{
    private Screened(string text, Limit? limit, PersonalDataKinds found) => (Text, Limit, Found) = (text, limit, found);

    /// <summary>With personal data masked; only a note when the message must not be kept at all.</summary>
    public string Text { get; }

    public bool IsWithheld => Limit is { Withholds: true };

    internal Limit? Limit { get; }

    internal PersonalDataKinds Found { get; }

    public static Screened Of(string message)
    {
        var limit = LimitBook.Check(message);
        if (limit is { Withholds: true })
        {
            return new Screened(LanguageOf.Text(message) == Language.English
                ? "(An unpublished invention or something confidential. Not kept.)"
                : "(未公開の発明や秘密の内容のため、保存していません)", limit, PersonalDataKinds.None);
        }
        var masked = PersonalDataMask.Mask(message);
        return new Screened(masked.Text, limit, masked.Found);
    }
}
