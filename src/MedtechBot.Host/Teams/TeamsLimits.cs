namespace MedtechBot.Host.Teams;

/// <summary>
/// What Teams takes. The sizes are those of learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages: 100 KB in
/// UTF-16 over text, cards and mentions, of which 80 KB are sure to arrive; a larger one is refused with 413 MessageSizeTooBig.
/// </summary>
internal static class TeamsLimits
{
    /// <summary>Of a whole activity, in UTF-16 bytes.</summary>
    public const int LargestActivity = 80 * 1024;

    public const int MostCitations = 20;
    public const int LongestCitationName = 80;
    public const int LongestCitationAbstract = 160;
    public const int MostCardActions = 6;
    public const int MostSuggestions = 6;

    /// <summary>The newest layout that every Teams client draws; Action.Execute itself needs 1.4 and falls back below it.</summary>
    public const string CardVersion = "1.4";
}
