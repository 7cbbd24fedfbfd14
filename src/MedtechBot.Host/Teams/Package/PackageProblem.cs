namespace MedtechBot.Host.Teams.Package;

/// <summary>Something for which Teams would refuse the package, and what to do about it.</summary>
/// <param name="Where">The option, the file, or the field in it.</param>
/// <param name="Value">As it stands there.</param>
public sealed record PackageProblem(string Where, string? Value, string Japanese, string English)
{
    private const int LongestShown = 60;

    public override string ToString() => Value is null ? $"{Where}: {Japanese} / {English}" : $"{Where} = \"{Short(Value)}\": {Japanese} / {English}";

    private static string Short(string value) => (value.Length <= LongestShown ? value : value[..LongestShown] + "…").ReplaceLineEndings(" ");
}
