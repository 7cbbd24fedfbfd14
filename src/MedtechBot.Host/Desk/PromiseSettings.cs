using System.Globalization;
using MedtechBot.Consultations.Promises;
using MedtechBot.Host.Settings;

namespace MedtechBot.Host.Desk;

/// <summary>Settings below <c>MedtechBot:Promises</c>: the desk's hours in Japan, and its patience in business days.</summary>
internal static class PromiseSettings
{
    private const string Section = "MedtechBot:Promises:";
    private const int MostDays = 60;

    /// <exception cref="SettingException">Names the first setting that does not do.</exception>
    public static PromiseTerms Read(IConfiguration configuration)
    {
        var usual = new PromiseTerms();
        var terms = new PromiseTerms
        {
            Opens = Time(configuration, "Opens", usual.Opens),
            Closes = Time(configuration, "Closes", usual.Closes),
            StaleAfter = Days(configuration, "StaleAfterDays", usual.StaleAfter),
            ReassignAfter = Days(configuration, "ReassignAfterDays", usual.ReassignAfter),
            WaitingAfter = Days(configuration, "WaitingAfterDays", usual.WaitingAfter),
        };
        return terms.Closes <= terms.Opens
                ? throw Wrong(configuration, "Closes", "Opens より後の時刻を指定してください。", "Give a time after Opens.")
            : terms.ReassignAfter <= terms.StaleAfter
                ? throw Wrong(configuration, "ReassignAfterDays", "StaleAfterDays より大きい日数を指定してください。", "Give more days than StaleAfterDays.")
            : terms;
    }

    private static TimeOnly Time(IConfiguration configuration, string name, TimeOnly usual) =>
        configuration[Section + name] is not { Length: > 0 } text ? usual
        : TimeOnly.TryParseExact(text, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : throw Wrong(configuration, name, "時刻を 17:15 の形で指定してください。", "Give a time like 17:15.");

    private static int Days(IConfiguration configuration, string name, int usual) =>
        configuration[Section + name] is not { Length: > 0 } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays ? days
        : throw Wrong(configuration, name, $"1 から {MostDays} の日数を指定してください。", $"Give a number of days from 1 to {MostDays}.");

    private static SettingException Wrong(IConfiguration configuration, string name, string japanese, string english) =>
        new(Section + name, configuration[Section + name], japanese, english);
}
