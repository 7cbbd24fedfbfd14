using System.Text;
using MedtechBot.Japanese;

namespace MedtechBot.PersonalData;

/// <summary>What kind of personal data a text held.</summary>
[Flags]
public enum PersonalDataKinds
{
    None = 0,

    /// <summary>A way to reach somebody, most likely the asker.</summary>
    Contact = 1,

    /// <summary>Something by which a patient could be known.</summary>
    Patient = 2,
}

/// <param name="Text">The text with names, numbers, dates and addresses replaced by what they are, like [氏名].</param>
public sealed record MaskedText(string Text, PersonalDataKinds Found);

/// <summary>Masks what tells who somebody is and leaves the rest to be read. Masking what is masked changes nothing.</summary>
public static class PersonalDataMask
{
    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["氏名"] = "name",
        ["年齢"] = "age",
        ["番号"] = "number",
        ["生年月日"] = "date of birth",
        ["生年"] = "year of birth",
        ["電話番号"] = "phone number",
        ["メールアドレス"] = "e-mail address",
        ["郵便番号"] = "post code",
        ["住所"] = "address",
    };

    /// <summary>Whether something was masked in a text.</summary>
    public static bool IsMasked(string text) => English.Any(label => text.Contains($"[{label.Key}]", StringComparison.Ordinal) || text.Contains($"[{label.Value}]", StringComparison.Ordinal));

    /// <param name="kinds">Which kinds are masked: somebody who leaves their own address on purpose keeps it.</param>
    public static MaskedText Mask(string text, PersonalDataKinds kinds = PersonalDataKinds.Contact | PersonalDataKinds.Patient)
    {
        // Widths and what cannot be seen do not hide anything; every place is found again in the original.
        var normalized = TextNormalizer.Normalize(text, NormalizationOptions.KeepCase | NormalizationOptions.KeepCircledDigits);
        var hits = PersonalDataPatterns.All.Where(p => kinds.HasFlag(p.Kind)).SelectMany(p => p.Find(normalized.Text))
            .Concat(kinds.HasFlag(PersonalDataKinds.Patient) ? PatientNames.Find(normalized.Text) : [])
            .ToList();
        if (hits.Any(h => h.Kind == PersonalDataKinds.Patient))
        {
            // Somebody is spoken of here, so a name that stands by itself is theirs.
            hits.AddRange(PatientNames.FindBare(normalized.Text));
        }
        hits = [.. hits.OrderBy(h => h.Start).ThenByDescending(h => h.Length)];
        if (hits.Count == 0)
        {
            return new MaskedText(text, PersonalDataKinds.None);
        }
        var japanese = text.Any(c => c is >= '\u3040' and <= '\u9fff');
        var masked = new StringBuilder(text.Length);
        var found = PersonalDataKinds.None;
        var copied = 0;
        foreach (var hit in hits)
        {
            var (offset, length) = normalized.OriginalRange(hit.Start, hit.Length).GetOffsetAndLength(text.Length);
            if (offset < copied)
            {
                // Overlaps the one before: what reaches beyond it goes as well.
                copied = Math.Max(copied, offset + length);
                continue;
            }
            masked.Append(text, copied, offset - copied).Append('[').Append(japanese ? hit.Label : English[hit.Label]).Append(']');
            copied = offset + length;
            found |= hit.Kind;
        }
        return new MaskedText(masked.Append(text, copied, text.Length - copied).ToString(), found);
    }
}

/// <param name="Label">What it is, as it is shown in its place.</param>
internal readonly record struct PersonalDataHit(int Start, int Length, string Label, PersonalDataKinds Kind);
