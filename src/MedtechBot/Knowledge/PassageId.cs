namespace MedtechBot.Knowledge;

/// <summary>Names one passage: <c>document-id#section-id</c>.</summary>
public readonly record struct PassageId(string Value)
{
    public string DocumentId => Value.Split('#', 2)[0];

    public string SectionId => Value.Contains('#') ? Value.Split('#', 2)[1] : "";

    /// <summary>Where a reader opens the passage, relative to the product's public address.</summary>
    public string Path => "/knowledge/" + Value;

    public override string ToString() => Value;
}
