namespace MedtechBot.People;

/// <summary>What the audit log calls what people do; the words stay as they are, since kept lines use them.</summary>
public static class AuditActions
{
    public const string Viewed = "viewed";
    public const string SignedIn = "signed-in";
    public const string SignedOut = "signed-out";
    public const string AddedPerson = "added-person";
    public const string ChangedPerson = "changed-person";
    public const string DisabledPerson = "disabled-person";
    public const string EnabledPerson = "enabled-person";
    public const string Invited = "invited";
    public const string RenewedLink = "renewed-link";
    public const string RevokedLink = "revoked-link";
    public const string AcceptedInvitation = "accepted-invitation";
    public const string ChangedPassword = "changed-password";
    public const string ChangedMail = "changed-mail";
    public const string EndedSessions = "ended-sessions";
    public const string MadeTeamsCode = "made-teams-code";
    public const string TiedTeams = "tied-teams";
    public const string UntiedTeams = "untied-teams";
    public const string ConnectedChannel = "connected-channel";
    public const string DisconnectedChannel = "disconnected-channel";
    public const string AddedKey = "added-key";
    public const string RevokedKey = "revoked-key";
    public const string ReadAudit = "read-audit";
    public const string Listed = "listed";
    public const string Searched = "searched";
    public const string MadeLink = "made-link";
    public const string FoundAsker = "found-asker";
    public const string RevokedAskerLinks = "revoked-asker-links";
    public const string ExportedAsker = "exported-asker";
    public const string ErasedAsker = "erased-asker";
    public const string RemovedLearned = "removed-learned-question";
    public const string RestoredLearned = "restored-learned-question";
    public const string TrainedRanking = "trained-ranking";
    public const string ChangedRanking = "changed-ranking";
    public const string ExportedDatabase = "exported-database";
    public const string ImportedDatabase = "imported-database";
}
