using System.Globalization;
using System.Runtime.CompilerServices;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Routing;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.Consultations.Routing;

/// <summary>A matter as somebody wrote it, and where it belongs.</summary>
/// <param name="Door">One that must be among the proposed; null when any will do.</param>
internal sealed record ExpectedMatter(RoutingFacts Facts, string Topic, Urgency Urgency, string? Door)
{
    /// <summary>What does not fit, in one line; null when everything does.</summary>
    public string? Miss(RoutingProposal proposal)
    {
        var misses = new List<string>();
        if (proposal.Topics[0].Id != Topic)
        {
            misses.Add($"topic {string.Join('+', proposal.Topics.Select(t => t.Id))} for {Topic}");
        }
        if (proposal.Urgency != Urgency)
        {
            misses.Add($"urgency {proposal.Urgency} for {Urgency}");
        }
        if (Door is not null && proposal.Doors.All(d => d.Id != Door))
        {
            misses.Add($"doors {string.Join('+', proposal.Doors.Select(d => d.Id))} without {Door}");
        }
        return misses.Count == 0 ? null : $"{Facts.Text}: {string.Join("; ", misses)} ({string.Join(' ', proposal.Reasons.Select(r => r.English))})";
    }
}

/// <summary>The matters beside this file.</summary>
internal static class Matters
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly Lazy<DeskRules> OwnRules = new(() => new DeskRulesInUse(ProductKnowledge.Folder()).Current);

    public static DeskRules Rules => OwnRules.Value;

    public static RoutingFacts Fact(string text) => new() { Text = text, Today = Today };

    public static RoutingProposal Propose(RoutingFacts facts) => Triage.Propose(facts, Rules.Routing, ProductKnowledge.Current, Rules.Calendar);

    public static IReadOnlyList<ExpectedMatter> Read(string name, [CallerFilePath] string here = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, name)).Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => Read(l.Split('\t')))];

    private static ExpectedMatter Read(string[] cells) => new(
        cells.Skip(4).Select(c => c.Split('=', 2)).Aggregate(Fact(cells[3]), With),
        cells[0], Enum.Parse<Urgency>(cells[1], ignoreCase: true), cells[2] == "-" ? null : cells[2]);

    private static RoutingFacts With(RoutingFacts facts, string[] more) => more[0] switch
    {
        "prefecture" => facts with { Prefecture = more[1] },
        "stage" => facts with { Stage = int.Parse(more[1], CultureInfo.InvariantCulture) },
        "deadline" => facts with { Deadline = more[1] },
        "chosen" => facts with { Topics = [more[1]] },
        "how" => facts with { WantsHow = true },
        "funding" => facts with { HasPublicFunding = true },
        "software" => facts with { IsSoftware = true },
        "confidential" => facts with { IsConfidential = true },
        _ => throw new FormatException(more[0]),
    };
}
