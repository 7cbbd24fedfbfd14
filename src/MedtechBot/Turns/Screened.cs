using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.PersonalData;
using MedtechBot.Turns.Limits;

namespace MedtechBot.Turns;

/// <summary>
/// A message after the first look at it, before anything is kept: which limit it meets, and its text without what must not be
/// kept. Everything after this sees this text only, but for a confidential ticket that a person answers.
/// </summary>
public sealed class Screened
{
    private const string Note = "(未公開の発明や秘密の内容のため、保存していません)";
    private const string NoteInEnglish = "(An unpublished invention or something confidential. Not kept.)";

    private Screened(string text, string forPeople, Limit? limit, PersonalDataKinds found) => (Text, TextForPeople, Limit, Found) = (text, forPeople, limit, found);

    private bool IsAddressedToTheBot { get; init; }

    /// <summary>With personal data masked; only a note when the message must not be kept at all.</summary>
    public string Text { get; }

    /// <summary>What a coordinator may read: how to reach the asker stays, who a patient is does not.</summary>
    public string TextForPeople { get; }

    /// <summary>The words of a message that must not be kept, for a confidential ticket alone; null for any other message.</summary>
    public string? Withheld { get; private init; }

    /// <summary>The reply to it is not for a person to give, or not wanted from one.</summary>
    public bool IsForTheBot => IsAddressedToTheBot || Limit is { Outcome: LimitOutcome.Decline };

    public bool IsWithheld => Withheld is not null;

    /// <summary>Nothing had to be taken out.</summary>
    public bool IsUnchanged { get; private init; }

    internal Limit? Limit { get; }

    internal PersonalDataKinds Found { get; }

    /// <summary>What stands where words were that must not be kept.</summary>
    public static bool IsNote(string text) => text is Note or NoteInEnglish;

    public static Screened Of(string message)
    {
        var limit = LimitBook.Check(message);
        var isAddressed = ToTheBot.Question(message) is not null;
        if (limit is { Withholds: true })
        {
            var note = LanguageOf.Text(message) == Language.English ? NoteInEnglish : Note;
            return new Screened(note, note, limit, PersonalDataKinds.None)
            {
                IsAddressedToTheBot = isAddressed,
                Withheld = PersonalDataMask.Mask(message, PersonalDataKinds.Patient).Text,
            };
        }
        var masked = PersonalDataMask.Mask(message);
        return new Screened(masked.Text, PersonalDataMask.Mask(message, PersonalDataKinds.Patient).Text, limit, masked.Found) { IsAddressedToTheBot = isAddressed, IsUnchanged = masked.Text == message };
    }
}
