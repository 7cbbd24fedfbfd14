using System.Text.Json.Nodes;
using MedtechBot.Consultations;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MedtechBot.Host.Api;

/// <summary>Adds to the description of a member which words it may hold.</summary>
internal static class SchemaDescription
{
    public static Task Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonPropertyInfo is { } member && WordsOf(member.DeclaringType, member.Name) is { } words)
        {
            schema.Enum = [.. words.Select(w => (JsonNode)w)];
            if (schema.Type is { } type && type.HasFlag(JsonSchemaType.Null))
            {
                schema.Enum.Add(JsonNullSentinel.JsonNull);
            }
        }
        return Task.CompletedTask;
    }

    public static OpenApiSchema OneOf(IEnumerable<string> words) => new() { Type = JsonSchemaType.String, Enum = [.. words.Select(w => (JsonNode)w)] };

    private static IEnumerable<string>? WordsOf(Type of, string member) => (of.Name, member) switch
    {
        (nameof(TicketJson) or nameof(TicketLineJson), "status") => Enum.GetValues<TicketStatus>().Select(s => s.Code()),
        (nameof(CloseBody), "outcome") => TicketOutcomes.OfCoordinators.Select(o => o.Code()),
        (_, "outcome") => Enum.GetValues<TicketOutcome>().Select(o => o.Code()),
        (nameof(TicketJson), "promise") => ["on-time", "due-soon", "overdue", "paused", "kept", "broken"],
        (nameof(TicketJson), "language") => ["ja", "en"],
        (nameof(DetailsJson), "wish") => ["what", "how"],
        (nameof(DetailsJson), "form") => ["software", "hardware", "both", "undecided"],
        (nameof(ThreadItem), "type") => TicketEventTypes.All,
        _ => null,
    };
}
