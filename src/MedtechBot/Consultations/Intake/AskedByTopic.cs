using MedtechBot.Answers;

namespace MedtechBot.Consultations.Intake;

/// <summary>Which fields a desk needs for which topic. None of them ever keeps a form from being sent.</summary>
public static class AskedByTopic
{
    private static readonly string[] Regulatory = ["use", "principle", "form", "class", "markets", "earlier"];

    // By the topics of the rules of triage as they are delivered; a desk's own topics get what suits any device.
    private static readonly Dictionary<string, string[]> Special = new(StringComparer.Ordinal)
    {
        ["regulatory"] = Regulatory,
        ["samd"] = Regulatory,
        ["quality"] = Regulatory,
        ["safety"] = ["use", "form", "class", "earlier"],
        ["ip"] = ["filing", "inventors", "principle", "markets"],
        ["clinical"] = ["phase", "site", "use", "class"],
        ["reimbursement"] = ["category", "comparator", "use", "class"],
        ["overseas"] = ["markets", "use", "form", "class"],
        ["funding"] = ["funded"],
        ["business"] = ["use", "form", "markets"],
    };

    private static readonly string[] Usual = ["use", "form", "markets", "earlier"];

    private static readonly string[] Always = ["stage", "support", "deadline", "funding", "competitors", "prefecture", "organisation", "name"];

    /// <summary>The fields asked for, in the order they are shown. What was filled in stays, whatever the topic.</summary>
    public static IReadOnlyList<IntakeInput> Of(IntakeForm form)
    {
        var special = form.Details.Topics is [var topic, ..] ? Special.GetValueOrDefault(topic, Usual) : Usual;
        string[] ids = ["product", .. special, .. Always];
        return [.. IntakeInputs.Details.Where(i => ids.Contains(i.Id) || i.Get(form) is { Length: > 0 })];
    }

    /// <summary>What is not known yet and would make the reply come sooner; not who the asker is.</summary>
    public static IReadOnlyList<IntakeInput> Missing(IntakeForm form) =>
        [.. Of(form).Where(i => i.Id is not ("organisation" or "name" or "support" or "competitors") && i.Get(form) is not { Length: > 0 })];

    public static string? MissingLine(IntakeForm form, Language language) => Missing(form) is { Count: > 0 } missing
        ? language == Language.English
            ? "Not needed, but it speeds things up: " + string.Join(", ", missing.Select(i => i.English))
            : "あると早い項目(なくても送れます): " + string.Join("、", missing.Select(i => i.Japanese))
        : null;
}
