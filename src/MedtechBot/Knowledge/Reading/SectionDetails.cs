namespace MedtechBot.Knowledge.Reading;

/// <summary>What the passage comment of a section, or one passage of a table, says beside its text.</summary>
internal sealed record SectionDetails
{
    public static readonly IReadOnlyList<string> Keys = ["source", "locator", "en", "asks", "as_of", "limit", "topics", "stages", "jurisdictions"];

    public IReadOnlyList<SourceReference> Sources { get; init; } = [];
    public string? HeadingEn { get; init; }
    public IReadOnlyList<string> English { get; init; } = [];
    public IReadOnlyList<string> Asks { get; init; } = [];
    public PartialDate AsOf { get; init; }
    public StatementLimit Limit { get; init; }
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<int> Stages { get; init; } = [];
    public IReadOnlyList<string> Jurisdictions { get; init; } = [];

    /// <param name="headingKey">en_title in a section, heading_en in a table.</param>
    /// <param name="expand">Fills in what a value takes from a table's rows.</param>
    public static SectionDetails Read(YamlMap map, DocumentHead head, string headingKey, Func<string, string> expand)
    {
        string? Text(string key) => map.Text(key) is { } text ? expand(text) : null;

        var document = head.Document;
        var sources = new List<SourceReference>();
        foreach (var id in map.Texts("source").Select(expand))
        {
            if (head.Sources.TryGetValue(id, out var source))
            {
                sources.Add(new SourceReference(source, Text("locator") ?? ""));
            }
            else
            {
                map.Problems.Error(map.LineOf("source"), $"source '{id}' is not among the document's sources");
            }
        }
        if (map.Texts("source").Count == 0)
        {
            map.Problems.Error(map.LineOf("source"), "'source' is missing: every passage names what it rests on");
        }
        var english = Text("en");
        if (english is null && !map.Has("en"))
        {
            map.Problems.Warning(map.Line, "has no English gist (en)");
        }
        return new SectionDetails
        {
            Sources = sources,
            HeadingEn = Text(headingKey),
            English = english is null ? [] : Sentences.Split(english),
            Asks = [.. map.Texts("asks").Select(expand).Where(a => a.Length > 0).Distinct()],
            AsOf = DocumentHead.Date(map, "as_of", required: false, Text("as_of")) ?? document.AsOf,
            Limit = DocumentHead.Word<StatementLimit>(map, "limit", required: false, Text("limit")),
            Topics = map.Has("topics") ? DocumentHead.ReadTopics(map, expand) : document.Topics,
            Stages = map.Has("stages") ? DocumentHead.ReadStages(map) : document.Stages,
            Jurisdictions = map.Has("jurisdictions") ? DocumentHead.ReadJurisdictions(map, expand) : document.Jurisdictions,
        };
    }
}
