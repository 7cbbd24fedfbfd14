using MedtechBot.Answers;
using MedtechBot.Consultations.Routing;
using MedtechBot.Tests.Knowledge;
using Xunit.Abstractions;

namespace MedtechBot.Tests.Consultations.Routing;

/// <summary>How often realistic matters go where they belong, and what holds for every one of them.</summary>
public class RoutingMattersTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("matters.tsv", 0.95)]
    [InlineData("matters-held-out.tsv", 0.8)]
    [InlineData("matters-second.tsv", 0.8)]
    public void Realistic_matters_go_where_they_belong(string file, double atLeast)
    {
        var matters = Matters.Read(file);
        var misses = matters.Select(m => m.Miss(Matters.Propose(m.Facts))).OfType<string>().ToList();
        var right = 1 - (misses.Count / (double)matters.Count);
        output.WriteLine($"{file}: {matters.Count - misses.Count} of {matters.Count} right ({right:P1})");
        misses.ForEach(output.WriteLine);

        Assert.True(matters.Count >= 30);
        Assert.True(right >= atLeast, $"{right:P1} right: {string.Join("\n", misses)}");
    }

    [Fact]
    public void Every_matter_gets_a_desk_a_door_and_reasons_that_name_their_rules()
    {
        var ids = Matters.Rules.Routing.Rules.Select(r => r.Id).ToHashSet();

        Assert.All(All(), proposal =>
        {
            Assert.NotEmpty(proposal.Topics);
            Assert.NotEmpty(proposal.Desks);
            Assert.NotEmpty(proposal.Doors);
            Assert.NotEmpty(proposal.UrgencyReasons);
            Assert.All(proposal.Reasons, r => Assert.True(r.Japanese.Contains(r.Rule, StringComparison.Ordinal) && r.English.Contains(r.Rule, StringComparison.Ordinal)));
            Assert.All(proposal.Doors, d => Assert.Contains(d.Reason.Rule, ids));
            Assert.Equal(Matters.Rules.Routing.PromisedDays[proposal.Urgency], proposal.PromisedDays);
        });
    }

    [Fact]
    public void What_is_said_of_desks_organisations_and_experts_stands_in_the_knowledge_word_for_word() =>
        Assert.All(All(), proposal =>
        {
            var citations = proposal.Doors.Select(d => d.Citation).Concat(proposal.Organisations.Select(o => o.Citation)).Concat(proposal.Experts.Select(e => e.Citation)).ToList();
            Assert.All(citations, c => Assert.True(CitationCheck.Holds(c, ProductKnowledge.Current)));
            Assert.Equal(citations.Count, citations.Select(c => c.Position).Distinct().Count());
            Assert.All(proposal.Doors, d => Assert.All([d.Desk, d.Conditions, d.Cost, d.LeadTime], text => Assert.Contains(text, d.Citation.Quote.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal)));
            Assert.All(proposal.Organisations, o => Assert.Contains(o.Name, o.Citation.Quote, StringComparison.Ordinal));
            Assert.All(proposal.Experts, e => Assert.Contains(e.Affiliation, e.Citation.Quote, StringComparison.Ordinal));
        });

    [Fact]
    public void Every_door_that_a_rule_names_is_one_that_some_matter_is_sent_to()
    {
        var named = Matters.Rules.Routing.Rules.SelectMany(r => r.Then.Doors).ToHashSet();

        Assert.Subset(All().SelectMany(p => p.Doors).Select(d => d.Id).Append("meti").ToHashSet(), named);
    }

    private static IEnumerable<RoutingProposal> All() =>
        ((string[])["matters.tsv", "matters-held-out.tsv", "matters-second.tsv"]).SelectMany(file => Matters.Read(file)).Select(m => Matters.Propose(m.Facts));
}
