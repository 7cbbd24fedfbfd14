namespace MedtechBot.People;

/// <summary>What somebody may do at the desk. Each may do what those before it may; their names in the database never change.</summary>
public enum Role
{
    /// <summary>専門家: sees the tickets shared with them and no others.</summary>
    Expert,

    /// <summary>コーディネーター: works on every ticket; of other people's confidential ones they see only where they stand, until they take them.</summary>
    Coordinator,

    /// <summary>管理者: reads every ticket, and looks after people, keys and the audit log as well.</summary>
    Admin,
}

public static class Roles
{
    /// <summary>As on the command line, in forms and by the API: <c>expert</c>, <c>coordinator</c>, <c>admin</c>.</summary>
    public static string Code(this Role role) => role.ToString().ToLowerInvariant();

    public static Role? Parse(string? code) => code switch
    {
        "expert" => Role.Expert,
        "coordinator" => Role.Coordinator,
        "admin" => Role.Admin,
        _ => null,
    };
}
