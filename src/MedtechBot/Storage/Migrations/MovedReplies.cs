namespace MedtechBot.Storage.Migrations;

/// <summary>Moves replies that wait for delivery from their first table into the outbox, with the text that version would have delivered.</summary>
internal static class MovedReplies
{
    private const string Marks = "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~";

    public static string Sqlite { get; } = Sql(
        id: "lower(hex(randomblob(16)))", character: "char", no: "0", field: name => $"json_extract({name.Row}.\"Content\", '$.{name.Field}')",
        json: "json_object", noSuggestions: "json('[]')");

    public static string Postgres { get; } = Sql(
        id: "replace(gen_random_uuid()::text, '-', '')", character: "chr", no: "FALSE", field: name => $"({name.Row}.\"Content\"::jsonb ->> '{name.Field}')",
        json: "json_build_object", noSuggestions: "'[]'::json");

    private static string Sql(string id, string character, string no, Func<(string Row, string Field), string> field, string json, string noSuggestions)
    {
        var key = $"""'reply-to-ticket:' || p."Number" || ':' || p."ReplyId" """;
        var (line, hardSpace) = ($"{character}(10)", $"{character}(160)");
        // Addresses are shown as text, not as links; otherwise as PlainMarkdown does it.
        var text = Marks.Aggregate($@"replace({field(("e", "text"))}, '\', '\\')", (sql, mark) => $@"replace({sql}, {Quoted(mark)}, '\' || {Quoted(mark)})");
        text = $"replace(replace({text}, '  ', ' ' || {hardSpace}), {line} || ' ', {line} || {hardSpace})";
        text = $"replace({text}, {line}, '  ' || {line})";
        return $"""
            INSERT INTO outbox ("Id", "Kind", "Key", "Target", "Payload", "Position", "CreatedAt", "NotBefore", "Attempts", "MayHaveArrived")
            SELECT {id}, 'conversation', t."ConversationId" || '/' || {key}, t."ConversationId",
                CAST({json}('deliveryKey', {key}, 'text', '**' || CASE {field(("o", "language"))}
                    WHEN 'English' THEN 'Reply to your consultation ' || p."Number" ELSE p."Number" || ' への回答' END || '**' || {line} || {line} || {text},
                    'suggestions', {noSuggestions}, 'spokenBy', {field(("e", "by"))}) AS TEXT),
                p."WrittenAt" + row_number() OVER (ORDER BY p."WrittenAt", p."Number", p."EventSequence"), p."WrittenAt", p."WrittenAt", 0, {no}
            FROM pending_replies p
                JOIN tickets t ON t."Number" = p."Number"
                JOIN ticket_events o ON o."Number" = p."Number" AND o."Sequence" = 1
                JOIN ticket_events e ON e."Number" = p."Number" AND e."Sequence" = p."EventSequence"
            WHERE p."DeliveredAt" IS NULL
            """;
    }

    private static string Quoted(char mark) => mark == '\'' ? "''''" : $"'{mark}'";
}
