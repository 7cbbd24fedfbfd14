namespace MedtechBot.Teams;

/// <summary>The longest names that are taken from a client; Teams' own are well below.</summary>
public static class TeamsLengths
{
    public const int Conversation = 400;
    public const int ServiceUrl = 500;
    public const int Account = 200;
    public const int Activity = 200;
    public const int Name = 64;
    public const int Locale = 20;
}
