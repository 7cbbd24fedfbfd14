using MedtechBot.Answers;
using MedtechBot.Host.Pages;

namespace MedtechBot.Host.PrivacyPages;

/// <summary>A number of days as people say it.</summary>
internal static class Period
{
    private const int Year = 365;

    public static string Of(int days, Language language) => days % Year == 0
        ? language.Say($"{days / Year}年", days == Year ? "one year" : $"{days / Year} years")
        : language.Say($"{days}日", days == 1 ? "one day" : $"{days} days");
}
