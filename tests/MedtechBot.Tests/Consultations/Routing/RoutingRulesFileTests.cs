using MedtechBot.Consultations;
using MedtechBot.Consultations.Routing;
using MedtechBot.Knowledge;
using MedtechBot.Tests.Knowledge;

namespace MedtechBot.Tests.Consultations.Routing;

public sealed class RoutingRulesFileTests : IDisposable
{
    private const string Head = """
        promised_days: {low: 5, normal: 3, high: 2, urgent: 1}
        desks:
          - {id: general, name: 総合, name_en: General}
        topics:
          - {id: ip, name: 知財, name_en: IP, desk: general, words: [特許]}
          - {id: other, name: その他, name_en: Other, desk: general}

        """;

    private readonly KnowledgeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_products_own_rules_are_clean()
    {
        var reading = KnowledgeReader.Read(ProductKnowledge.Folder());

        Assert.Empty(DeskRulesLint.Check(ProductKnowledge.Folder(), reading.Documents));
    }

    [Fact]
    public void Every_topic_of_the_issue_is_there() =>
        Assert.Equal(
            ["薬事", "知財", "治験・臨床研究", "保険", "資金", "海外", "SaMD(プログラム医療機器)", "品質・規格", "事業化・連携", "安全性・不具合", "その他"],
            Matters.Rules.Routing.Topics.Select(t => t.Name));

    [Fact]
    public void Without_a_file_one_desk_has_everything() =>
        Assert.Same(RoutingRules.Fallback, new DeskRulesInUse(_folder.Path).Current.Routing);

    [Fact]
    public void What_is_misspelt_or_missing_is_named_with_its_line() =>
        Assert.Equal(
            [
                "desk/routing.yaml:8: error: 'because_en' is missing",
                "desk/routing.yaml:9: error: unknown key 'words'",
                "desk/routing.yaml:9: error: 'when' must say something that holds of some matters only ('none' alone does not)",
                "desk/routing.yaml:10: error: unknown urgency 'soon' (one of: low normal high urgent)",
                "desk/routing.yaml:13: error: stage '9' is not one of 1-8",
                "desk/routing.yaml:13: error: jurisdiction 'Japan' is not two capital letters or OTHER",
                "desk/routing.yaml:13: error: 'deadline_within' soon is not a number of business days from 1 to 250",
                "desk/routing.yaml:13: error: 'public_funding' is 'maybe': write yes or no",
                "desk/routing.yaml:14: error: 'then' says nothing: name a topic, an urgency, a desk, a door or a field of experts",
            ],
            Problems("""
                rules:
                  - id: a
                    when: {words: [特許]}
                    then: {urgency: soon}
                    because: x
                  - id: b
                    when: {public_funding: maybe, deadline_within: soon, stages: [9], jurisdictions: [Japan], topics: [ip]}
                    then: {}
                    because: x
                    because_en: x
                """).OrderBy(Line));

    [Fact]
    public void Desks_and_topics_that_are_not_there_are_named() =>
        Assert.Equal(
            ["unknown desk 'legal' (one of: general)", "unknown topic 'law' (one of: ip other)", "unknown topic 'tax' (one of: ip other)"],
            Problems("""
                rules:
                  - {id: a, when: {topics: [law]}, then: {main: tax, desks: [legal]}, because: x, because_en: x}
                """).Select(p => p.Split("error: ")[1]));

    [Fact]
    public void What_the_directories_do_not_hold_is_named() =>
        Assert.Equal(
            ["unknown door 'patent-office'", "unknown field of experts 'law'", "unknown place '東京'", "unknown area '西'"],
            Problems("""
                rules:
                  - {id: a, when: {places: [東京, 福島県, 関東]}, then: {doors: [patent-office, ip], experts: [law, patent]}, because: x, because_en: x}
                unlisted_places:
                  - {prefecture: 長崎県, names: [長崎], area: 西}
                """, KnowledgeReader.Read(ProductKnowledge.Folder()).Documents).Select(p => p.Split("error: ")[1].Split(" (one of")[0]));

    [Theory]
    [InlineData("{any: [特許], none: [特許]}", "the rule 'b' is never reached: it asks for '特許' and rules it out")]
    [InlineData("{topics: [ip]}", "the rule 'b' has the conditions of 'a' in line 8: make them one")]
    [InlineData("{topics: [ip], no_door_yet: yes}", "the rule 'b' is never reached: wherever it holds, 'a' in line 8 has proposed a door")]
    public void Rules_that_are_never_reached_are_named(string when, string message) =>
        Assert.Contains(
            Problems($$"""
                rules:
                  - {id: a, when: {topics: [ip]}, then: {doors: [ip]}, because: x, because_en: x}
                  - {id: b, when: {{when}}, then: {urgency: high}, because: x, because_en: x}
                """),
            p => p.EndsWith(message, StringComparison.Ordinal));

    [Fact]
    public void A_topic_that_nothing_leads_to_and_things_that_are_there_twice_are_named()
    {
        var problems = Problems("""
            rules:
              - {id: a, when: {topics: [ip]}, then: {urgency: high}, because: x, because_en: x}
              - {id: a, when: {stages: [1]}, then: {urgency: high}, because: x, because_en: x}
            """, head: Head.Replace(", words: [特許]", "", StringComparison.Ordinal));

        Assert.Contains(problems, p => p.EndsWith("nothing leads to the topic 'ip': give it words, or a rule that names it", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.EndsWith("the rule 'a' is there twice", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("promised_days: {low: 1, normal: 3, high: 2, urgent: 1}")]
    [InlineData("promised_days: {low: 5, normal: 3, high: x, urgent: 1}")]
    [InlineData("promised_days: {low: 5, normal: 3}")]
    [InlineData("topics: []")]
    [InlineData("just text")]
    [InlineData("rules: &a [*a]")]
    public void Whatever_stands_in_the_file_the_rules_that_were_good_go_on(string yaml)
    {
        _folder.With("desk/routing.yaml", Head);
        var rules = new DeskRulesInUse(_folder.Path);
        var good = rules.Current.Routing;
        _folder.With("desk/routing.yaml", yaml);
        rules.Reload();

        Assert.Equal("知財", good.Topics[0].Name);
        Assert.Same(good, rules.Current.Routing);
        Assert.Contains(rules.LastProblems, p => p.Severity == ProblemSeverity.Error);
    }

    private IEnumerable<string> Problems(string rules, IReadOnlyList<KnowledgeDocument>? documents = null, string head = Head) =>
        DeskRulesLint.Check(_folder.With("desk/routing.yaml", head + rules).Path, documents ?? [])
            .Where(p => p.Severity == ProblemSeverity.Error).Select(p => p.ToString());

    private static int Line(string problem) => int.Parse(problem.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
}
