namespace MedtechBot.People;

/// <summary>Who acts: somebody signed in at the desk, or a key of the API, which has a role like a person.</summary>
/// <param name="Name">What tickets record as <c>By</c>. Unique and never changed, so that it goes on naming the same person.</param>
public sealed record Person(string Id, string Name, Role Role)
{
    /// <summary>No person's name begins like this, so that nobody passes for a key.</summary>
    public const string KeyPrefix = "API: ";

    public bool IsKey => Name.StartsWith(KeyPrefix, StringComparison.Ordinal);

    public bool May(Role needed) => Role >= needed;
}
