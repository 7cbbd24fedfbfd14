using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MedtechBot.Consultations;

/// <summary>What asker and coordinator call a ticket: <c>C-{year in Japan}-{at least four digits}</c>. It names and opens nothing.</summary>
public readonly partial record struct TicketNumber
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    private TicketNumber(string value) => Value = value;

    public string Value { get; }

    public static TicketNumber Of(int year, int sequence) =>
        new(string.Create(CultureInfo.InvariantCulture, $"C-{year:0000}-{sequence:0000}"));

    /// <summary>The year a ticket opened at this time is numbered in.</summary>
    public static int YearOf(DateTimeOffset time) => time.ToOffset(Japan).Year;

    public static bool TryParse([NotNullWhen(true)] string? text, out TicketNumber number)
    {
        var matches = text is not null && Form().IsMatch(text);
        number = matches ? new TicketNumber(text!) : default;
        return matches;
    }

    public override string ToString() => Value ?? "";

    [GeneratedRegex(@"\AC-[0-9]{4}-[0-9]{4,10}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
