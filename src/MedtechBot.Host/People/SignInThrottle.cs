namespace MedtechBot.Host.People;

/// <summary>
/// Slows down whoever tries passwords; what succeeds costs nothing. A browser that somebody has signed in with before has a budget of
/// its own for that account, so that strangers who try passwords cannot keep its owner out. How often one address may come is
/// counted at the door.
/// </summary>
internal sealed class SignInThrottle(TimeProvider time)
{
    public const int Attempts = 10;

    public static readonly TimeSpan OneMoreAfter = TimeSpan.FromSeconds(30);

    private readonly AttemptBudget _budget = new(Attempts, OneMoreAfter, time);

    /// <param name="account">The account, or what was typed when there is none: both must look alike.</param>
    /// <param name="browser">One that the account was signed in with before.</param>
    public bool TrySpend(string account, string? browser) => _budget.TrySpend(Key(account, browser));

    public void Refund(string account, string? browser) => _budget.Refund(Key(account, browser));

    private static string Key(string account, string? browser) => browser is null ? account : account + "\n" + browser;
}
