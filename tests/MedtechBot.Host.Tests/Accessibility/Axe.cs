using System.Reflection;
using System.Text.Json;
using Microsoft.Playwright;

namespace MedtechBot.Host.Tests.Accessibility;

/// <summary>What axe finds on a page against WCAG 2.1 A and AA; needs tests/npm installed.</summary>
internal static class Axe
{
    private const string Run = """
        () => axe.run(document, { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }, resultTypes: ["violations"] })
          .then(r => r.violations.flatMap(v => v.nodes.map(n => ({ rule: v.id, target: n.target.flat().join(" "), html: n.html.slice(0, 300), summary: n.failureSummary }))))
        """;

    private static readonly string Script = Path.Combine(
        typeof(Axe).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "tests", "npm", "node_modules", "axe-core", "axe.min.js");

    /// <summary>Brings axe along to every document the page opens from now on, whatever the page's own policy on scripts.</summary>
    public static Task BringAsync(IPage page)
    {
        Skip.IfNot(File.Exists(Script), "tests/npm is not installed (npm ci)");
        return page.AddInitScriptAsync(scriptPath: Script);
    }

    public static async Task<IReadOnlyList<Finding>> FindAsync(IPage page) =>
        (await page.EvaluateAsync<JsonElement>(Run)).Deserialize<List<Finding>>(JsonSerializerOptions.Web)!;
}

/// <param name="Target">The element, as a selector.</param>
internal sealed record Finding(string Rule, string Target, string Html, string Summary)
{
    public override string ToString() => $"{Rule}: {Target}\n  {Html}\n  {Summary}";
}
