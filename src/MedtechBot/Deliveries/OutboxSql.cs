namespace MedtechBot.Deliveries;

/// <summary>
/// How due rows are found and leased. The index is walked from target to target and only the first row of each is looked at: a thousand
/// messages that wait for one broken endpoint make nobody else wait. Comparing rows with each other is left to no planner.
/// </summary>
internal static class OutboxSql
{
    // {0} now, {1} kind, {2} target or nothing.
    private const string Heads = """
        WITH RECURSIVE targets("Target") AS (
            SELECT MIN(o."Target") FROM outbox o
            WHERE o."Kind" = {1} AND ({2} = '' OR o."Target" = {2}) AND o."DoneAt" IS NULL AND o."GivenUpAt" IS NULL
            UNION ALL
            SELECT (SELECT MIN(o."Target") FROM outbox o
                WHERE o."Kind" = {1} AND o."Target" > t."Target" AND o."DoneAt" IS NULL AND o."GivenUpAt" IS NULL)
            FROM targets t WHERE t."Target" IS NOT NULL AND {2} = ''
        ),
        heads AS MATERIALIZED (
            SELECT (SELECT e."Id" FROM outbox e
                WHERE e."Kind" = {1} AND e."Target" = t."Target" AND e."DoneAt" IS NULL AND e."GivenUpAt" IS NULL
                ORDER BY e."Position", e."Id" LIMIT 1) AS "Id"
            FROM targets t WHERE t."Target" IS NOT NULL
        )
        """ + "\n";

    // What is asked of the row itself is asked again once it is locked.
    private const string Due = """
        FROM outbox r
        WHERE r."Id" IN (SELECT h."Id" FROM heads h) AND r."DoneAt" IS NULL AND r."GivenUpAt" IS NULL
            AND r."NotBefore" <= {0} AND (r."LeaseUntil" IS NULL OR r."LeaseUntil" <= {0})
        """ + "\n";

    /// <summary>Which of so many kinds, {1} and on, have something that could be leased at {0}: all in one question.</summary>
    public static string DueKinds(int count) => $$"""
        WITH RECURSIVE kinds("Kind") AS (VALUES {{string.Join(", ", Enumerable.Range(1, count).Select(n => $"(CAST({{{n}}} AS TEXT))"))}}),
        targets("Kind", "Target") AS (
            SELECT k."Kind", (SELECT MIN(o."Target") FROM outbox o WHERE o."Kind" = k."Kind" AND o."DoneAt" IS NULL AND o."GivenUpAt" IS NULL) FROM kinds k
            UNION ALL
            SELECT t."Kind", (SELECT MIN(o."Target") FROM outbox o
                WHERE o."Kind" = t."Kind" AND o."Target" > t."Target" AND o."DoneAt" IS NULL AND o."GivenUpAt" IS NULL)
            FROM targets t WHERE t."Target" IS NOT NULL
        ),
        heads AS MATERIALIZED (
            SELECT (SELECT e."Id" FROM outbox e
                WHERE e."Kind" = t."Kind" AND e."Target" = t."Target" AND e."DoneAt" IS NULL AND e."GivenUpAt" IS NULL
                ORDER BY e."Position", e."Id" LIMIT 1) AS "Id"
            FROM targets t WHERE t."Target" IS NOT NULL
        )
        SELECT DISTINCT r."Kind" AS "Value"
        """ + "\n" + Due;

    /// <summary>Leases: {3} at most, {4} holder, {5} until. SQLite has one writer at a time.</summary>
    public const string ClaimAlone = Heads + First + Then;

    /// <summary>The same where hosts pass over what another is just leasing.</summary>
    public const string ClaimBesideOthers = Heads + First + " FOR UPDATE OF r SKIP LOCKED" + Then;

    private const string First = ", due AS MATERIALIZED (SELECT r.\"Id\" " + Due + "ORDER BY r.\"Position\", r.\"Id\" LIMIT {3}";

    private const string Then = """
        )
        UPDATE outbox SET "LeaseHolder" = {4}, "LeaseUntil" = {5}, "Attempts" = "Attempts" + 1,
            "MayHaveArrived" = ("MayHaveArrived" OR "LeaseHolder" IS NOT NULL)
        WHERE "Id" IN (SELECT "Id" FROM due)
        RETURNING *
        """;
}
