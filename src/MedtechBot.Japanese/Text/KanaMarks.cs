namespace MedtechBot.Japanese.Text;

/// <summary>
/// The free-standing voiced marks ゛ and ゜. NFKC makes a space and a combining mark of them; behind
/// kana that take one they are meant as part of the character (か゛), elsewhere they stay.
/// </summary>
internal static class KanaMarks
{
    private const char Voiced = '\u3099';
    private const char SemiVoiced = '\u309A';

    public static bool TryAppend(string text, int at, MappedTextBuilder output)
    {
        var unit = text[at];
        if (unit is not ('゛' or '゜'))
        {
            return false;
        }

        var mark = unit == '゛' ? Voiced : SemiVoiced;
        if (output.Last is { } last && NfkcTable.TryCompose(last, mark, out var composed))
        {
            output.ReplaceLast(composed, at + 1);
        }
        else
        {
            output.Append(unit, at, at + 1);
        }

        return true;
    }
}
