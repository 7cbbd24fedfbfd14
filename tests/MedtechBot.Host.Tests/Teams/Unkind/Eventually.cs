namespace MedtechBot.Host.Tests.Teams.Unkind;

/// <summary>Waits for what follows by itself.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    public static async Task Is(long expected, Func<long> actual)
    {
        var until = DateTime.UtcNow + Deadline;
        while (actual() != expected && DateTime.UtcNow < until)
        {
            await Task.Delay(10);
        }
        Assert.Equal(expected, actual());
    }
}
