namespace MedtechBot.People;

/// <summary>What an administrator says about somebody, cleaned. The name is not part of it: it never changes.</summary>
public sealed record PersonDetails(Role Role, string? Email, string? Region, string Fields)
{
    public const int LongestEmail = EmailAddress.Longest;
    public const int LongestField = 60;
    public const int MostFields = 30;

    /// <summary>Reads what a form holds; nothing in it is trusted.</summary>
    /// <returns>What must be put right, or null.</returns>
    public static PersonProblem? Read(string? role, string? email, string? region, string? fields, out PersonDetails details)
    {
        var address = KeyOfEmail(email);
        var place = PlainLine.Clean(region);
        var lines = (fields ?? "").ReplaceLineEndings("\n").Split('\n').Select(PlainLine.Clean).Where(l => l.Length > 0).Distinct().ToList();
        details = new PersonDetails(Roles.Parse(role) ?? Role.Expert, address.Length > 0 ? address : null, place.Length > 0 ? place : null, string.Join('\n', lines));
        return Roles.Parse(role) is null ? PersonProblem.RoleNeeded
            : address.Length > 0 && !EmailAddress.IsPossible(address) ? PersonProblem.EmailWrong
            : place.Length > PersonRow.LongestRegion ? PersonProblem.RegionTooLong
            : lines.Count > MostFields || lines.Any(l => l.Length > LongestField) ? PersonProblem.FieldsTooLong
            : null;
    }

    /// <summary>In the one form addresses are kept and looked for in.</summary>
    public static string KeyOfEmail(string? typed) => Typed.Narrow(PlainLine.Clean(typed)).ToLowerInvariant();
}

/// <summary>Why something about an account cannot be as it was wanted.</summary>
public enum PersonProblem
{
    LinkExpired,
    NameNeeded,
    NameTaken,
    RoleNeeded,
    EmailWrong,
    EmailTaken,
    RegionTooLong,
    FieldsTooLong,
    Disabled,
    LastAdmin,
    IdentityTaken,
    NotFound,
}

/// <summary>The account that may come in, or why nobody does.</summary>
public sealed record Entry(PersonRow? Person, PersonProblem? Problem);
