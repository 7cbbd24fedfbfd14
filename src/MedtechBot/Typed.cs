namespace MedtechBot;

/// <summary>What people type with a Japanese keyboard, read as what they meant.</summary>
internal static class Typed
{
    /// <summary>Letters, digits and signs of full width as the others, each at its place; everything else stays.</summary>
    public static string Narrow(string text) => string.Concat(text.Select(Narrow));

    public static char Narrow(char letter) => letter switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
        '\u3000' => ' ',
        _ => letter,
    };
}
