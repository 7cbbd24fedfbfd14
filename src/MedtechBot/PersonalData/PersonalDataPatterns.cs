using System.Text.RegularExpressions;

namespace MedtechBot.PersonalData;

/// <summary>Personal data that is known by its shape. The group <c>it</c> is what is masked, or else the whole.</summary>
internal sealed partial record PersonalDataPatterns(string Label, PersonalDataKinds Kind, Regex Pattern, Func<string, bool>? IsIt = null)
{
    private const string Day = @"(?:(?:(?:明治|大正|昭和|平成|令和|[MTSHR])\s?(?:\d{1,2}|元)|(?:19|20)\d\d)\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?|(?:19|20)\d{6}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|\d{1,2} [A-Z][a-z]{2,8},? (?:19|20)\d\d|[A-Z][a-z]{2,8} \d{1,2},? (?:19|20)\d\d)";

    private const string Between = @"[\s:=はがの・、,]{0,4}";

    public static IReadOnlyList<PersonalDataPatterns> All { get; } =
    [
        new("メールアドレス", PersonalDataKinds.Contact, Mail(), m => !m.EndsWith(".go.jp", StringComparison.OrdinalIgnoreCase) && !m.EndsWith(".lg.jp", StringComparison.OrdinalIgnoreCase)),
        new("電話番号", PersonalDataKinds.Contact, Phone(), IsPrivatePhone),
        new("電話番号", PersonalDataKinds.Contact, ForeignPhone(), p => p.Count(char.IsAsciiDigit) is >= 9 and <= 15),
        new("電話番号", PersonalDataKinds.Contact, LabelledPhone()),
        new("郵便番号", PersonalDataKinds.Contact, PostCode()),
        new("住所", PersonalDataKinds.Contact, Address()),
        new("住所", PersonalDataKinds.Contact, EnglishAddress()),
        new("生年月日", PersonalDataKinds.Patient, BirthDate()),
        new("生年月日", PersonalDataKinds.Patient, BornOn()),
        new("生年", PersonalDataKinds.Patient, BornIn()),
        new("番号", PersonalDataKinds.Patient, PatientNumber()),
        new("番号", PersonalDataKinds.Patient, PersonalNumber()),
    ];

    // Free and shared-cost numbers are those of desks.
    private static bool IsPrivatePhone(string number) =>
        number.Count(char.IsAsciiDigit) is 10 or 11 && !number.StartsWith("0120", StringComparison.Ordinal) && !number.StartsWith("0570", StringComparison.Ordinal);

    public IEnumerable<PersonalDataHit> Find(string text)
    {
        for (var match = Pattern.Match(text); match.Success; match = match.NextMatch())
        {
            var it = match.Groups["it"] is { Success: true } group ? group : match;
            if (IsIt?.Invoke(it.Value) ?? true)
            {
                yield return new PersonalDataHit(it.Index, it.Length, Label, Kind);
            }
        }
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}", RegexOptions.IgnoreCase)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![\d.-])(?:\+81[\s-]?\(?0?\)?|\(?0)\d{1,4}[\s)-]{0,2}\d{1,4}[\s-]?\d{3,4}(?![\d-])")]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![\d+])\+(?!81)\d{1,3}[\s(-]{0,2}\d{1,4}[\s)-]{0,2}\d{2,4}[\s-]?\d{2,4}(?:[\s-]?\d{2,4})?(?!\d)")]
    private static partial Regex ForeignPhone();

    [GeneratedRegex(@"(?:電話|携帯|TEL|ＴＥＬ|連絡先|phone|mobile|cell|FAX)(?:番号)?(?: number)?(?:は| is)?[\s:.]{0,3}(?<it>[\d(][\d\s()-]{5,16}\d)", RegexOptions.IgnoreCase)]
    private static partial Regex LabelledPhone();

    [GeneratedRegex(@"〒\s?\d{3}-?\d{4}")]
    private static partial Regex PostCode();

    // A place, then a street number.
    [GeneratedRegex(@"(?:(?:東京都|北海道|(?:京都|大阪)府|[一-龥]{2,3}県)\s?)?[一-龥ヶケ]{1,6}[市区町村郡][一-龥ぁ-んァ-ヶー々]{1,16}\s?[\d一二三四五六七八九十]{1,4}(?:丁目|番地|番|-\d{1,4})(?:[\s-]?\d{1,4}(?:番地|番|号|-\d{1,4})?){0,3}(?:\s?[^\s、。,]{1,12}(?:号室|マンション|アパート|荘)(?:\s?\d{1,4}号?室?)?)?")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<!\d)\d{1,5} [A-Z][A-Za-z]{1,20}(?: [A-Z][A-Za-z]{1,20}){0,2} (?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd)\b")]
    private static partial Regex EnglishAddress();

    [GeneratedRegex("(?:生年月日|誕生日|出生日|DOB|D\\.O\\.B\\.?|date of birth|birth ?date|birthday|born(?: on)?)(?: is)?" + Between + "(?<it>" + Day + ")", RegexOptions.IgnoreCase)]
    private static partial Regex BirthDate();

    [GeneratedRegex("(?<!\\d)(?<it>" + Day + @")\s?(?:生まれ|生れ|出生|生(?![産物活])|うまれ)")]
    private static partial Regex BornOn();

    [GeneratedRegex(@"(?<![\d/.-])(?<it>(?:(?:明治|大正|昭和|平成)\s?(?:\d{1,2}|元)|(?:19|20)\d\d)\s?年)\s?(?:生まれ|生れ|うまれ)")]
    private static partial Regex BornIn();

    [GeneratedRegex(@"(?:患者|カルテ|診察券|被験者|症例登録|検体|登録|患者さん|patient|chart|medical record|subject|insurance|hospital|MRN|被保険者|保険証|保険者|公費|受給者|診療録|入院)(?:の)?\s?(?:番号|ID|No\.?|Number|#|識別コード|証番号|証の番号|記号番号|記号・番号|(?<=MRN))(?: is)?" + Between + @"(?<it>[A-Za-z]{0,4}-?\d[\d-]{2,20}[A-Za-z]?)", RegexOptions.IgnoreCase)]
    private static partial Regex PatientNumber();

    [GeneratedRegex(@"(?:マイナンバー|個人番号|保険証|社会保障番号|SSN)" + Between + @"(?:記号)?" + Between + @"(?<it>\d[\d\s・-]{3,20}\d)", RegexOptions.IgnoreCase)]
    private static partial Regex PersonalNumber();
}
