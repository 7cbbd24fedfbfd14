using System.Globalization;
using MedtechBot.Answers;
using MedtechBot.Knowledge;

namespace MedtechBot.Host.Pages;

/// <summary>A moment as the clocks in Japan show it. Everybody there takes that for granted; in English it is said.</summary>
internal static class JapaneseTime
{
    public static string Of(DateTimeOffset at, Language language) =>
        string.Create(CultureInfo.InvariantCulture, $"{JapaneseDay.Of(at):yyyy-MM-dd} {JapaneseDay.TimeOf(at):HH:mm}") + language.Say("", " JST");
}
