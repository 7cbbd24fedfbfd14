namespace MedtechBot.People;

/// <summary>What the audit log calls what people do; the words stay as they are, since kept lines use them.</summary>
public static class AuditActions
{
    public const string Viewed = "viewed";
    public const string SignedIn = "signed-in";
    public const string SignedOut = "signed-out";
    public const string AddedPerson = "added-person";
}
