using System.Globalization;
using System.Text.Json.Nodes;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Routing;
using MedtechBot.Repeats;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MedtechBot.Host.Api;

/// <summary>Adds to the description of a route what the framework cannot see: body, headers, examples.</summary>
internal static class OperationDescription
{
    public static async Task CompleteAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var route = context.Description;
        operation.Parameters ??= [];
        if (route.RelativePath!.Contains("{number}", StringComparison.Ordinal))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "number",
                In = ParameterLocation.Path,
                Required = true,
                Description = "The ticket's number.",
                Example = "C-2026-0001",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
        if (route.HttpMethod == HttpMethods.Post)
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = RepeatedRequests.Header,
                In = ParameterLocation.Header,
                Description = "Visible ASCII characters; a new one for each thing that is wanted, for example a UUID.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = RepeatableRequest.LongestKey },
            });
        }
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            parameter.Schema = parameter.Name switch
            {
                "view" => SchemaDescription.OneOf(TicketRoutes.Views),
                "topic" => new OpenApiSchema { Type = JsonSchemaType.String, Examples = [.. Topics(context).Select(t => (JsonNode)t.Id)] },
                "limit" => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "100" },
                _ => parameter.Schema,
            };
            if (parameter.Name == "topic")
            {
                parameter.Description += $" The desk's topics are {string.Join(", ", Topics(context).Select(t => $"{t.Id} ({t.NameEn})"))}.";
            }
        }
        if (route.ActionDescriptor.EndpointMetadata.OfType<BodyShape>().FirstOrDefault() is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(body.Type, null, cancellation), Example = JsonNode.Parse(body.Example) },
                },
            };
        }
        foreach (var (status, response) in operation.Responses ?? [])
        {
            Complete(status, response, route.SupportedResponseTypes.FirstOrDefault(r => r.StatusCode.ToString(CultureInfo.InvariantCulture) == status)?.Type);
        }
    }

    // As the desk has them now: they stand in the knowledge folder.
    private static IReadOnlyList<RoutingTopic> Topics(OpenApiOperationTransformerContext context) =>
        context.ApplicationServices.GetRequiredService<Func<DeskRules>>()().Routing.Topics;

    private static void Complete(string status, IOpenApiResponse described, Type? type)
    {
        var (words, header) = status switch
        {
            "200" => ("Done: this is how it stands.", null),
            "201" => ("Written: this is how the ticket stands.", "Location"),
            "400" => ("Something is missing or wrong; detail says what to send.", null),
            "401" => ("No key, or one that is not in use.", "WWW-Authenticate"),
            "403" => ("The key's role does not suffice, or the ticket is somebody else's confidential one.", null),
            "404" => ("There is no such ticket, or the key may not see it.", null),
            "409" => ("The ticket does not allow this now, and holder says who is in charge; or the first of two requests under one Idempotency-Key still runs.", "Retry-After"),
            "413" => ("The body is too large.", null),
            "415" => ("The body is not declared as JSON.", null),
            "422" => ("It was understood and cannot be carried out; or the Idempotency-Key was used for another request.", null),
            "429" => ("Too many requests with this key.", "Retry-After"),
            _ => ("Our fault.", (string?)null),
        };
        described.Description = words;
        if (described is not OpenApiResponse response)
        {
            return;
        }
        if (header is not null)
        {
            response.Headers = new Dictionary<string, IOpenApiHeader> { [header] = new OpenApiHeader { Schema = new OpenApiSchema { Type = JsonSchemaType.String } } };
        }
        foreach (var content in response.Content?.Values ?? [])
        {
            content.Example ??= type == typeof(Stream) ? null : ApiExamples.Answer(status, type);
        }
    }
}
