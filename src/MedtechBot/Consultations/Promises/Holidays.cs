using System.Globalization;
using System.Reflection;

namespace MedtechBot.Consultations.Promises;

/// <summary>Japan's national holidays, built in from the package of the holiday_jp project.</summary>
public static class Holidays
{
    private static readonly Lazy<IReadOnlyDictionary<DateOnly, Holiday>> Days = new(Read);

    public static IReadOnlyDictionary<DateOnly, Holiday> All => Days.Value;

    private static IReadOnlyDictionary<DateOnly, Holiday> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("holidays.tsv")
            ?? throw new InvalidOperationException("The holidays are not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .ToDictionary(c => DateOnly.ParseExact(c[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), c => new Holiday(c[1], c[2]));
    }
}

public sealed record Holiday(string Name, string NameEn);
