using MedtechBot.Host.RequestLimits;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MedtechBot.Host.Api;

/// <summary>The API described for programs and their authors: OpenAPI, made from the routes themselves.</summary>
internal static class ApiDescription
{
    public const string Path = ApiSetup.Root + "/openapi.json";

    private const string Scheme = "key";

    private const string About = """
        Consultation tickets of MedtechBot for other programs.

        Every request carries a key (`desk key add --name NAME --role ROLE` prints one): `Authorization: Bearer <key>`. A key has the role
        expert, coordinator or admin, like a person. What happens to a ticket names it "API: NAME".

        Every POST may carry `Idempotency-Key`: the same request under the same key is carried out once and gets the same answer for 24
        hours, refusals included; choose a new one for each thing you want done. Errors are problem+json (RFC 9457): `type` never changes,
        `detail` says what to do.
        """;

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = route => route.RelativePath?.StartsWith("api/tickets", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(Whole);
        options.AddOperationTransformer(OperationDescription.CompleteAsync);
        options.AddSchemaTransformer(SchemaDescription.Complete);
    });

    public static void MapApiDescription(this WebApplication app) => app.MapOpenApi(Path).Limit(Door.Api);

    private static Task Whole(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo { Title = "MedtechBot", Version = "1", Description = About };
        // Addresses are relative to wherever this was read from.
        document.Servers = null;
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key of the API." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }
}
