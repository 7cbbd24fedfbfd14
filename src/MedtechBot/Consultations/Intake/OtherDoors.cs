using MedtechBot.Answers;
using MedtechBot.Consultations.Routing;

namespace MedtechBot.Consultations.Intake;

/// <summary>Desks elsewhere that may be the right door, told before a form is sent: nobody should wait days to be sent on.</summary>
public static class OtherDoors
{
    private const int Most = 2;

    public static IReadOnlyList<ProposedDoor> Of(RoutingProposal proposal) => [.. proposal.Doors.Take(Most)];

    public static string Heading(Language language) => language == Language.English
        ? "You may also ask here directly:"
        : "次の窓口に直接たずねることもできます。";

    /// <summary>What the directory says of it, and how far that can be relied on.</summary>
    public static string Facts(ProposedDoor door, Language language)
    {
        var facts = language == Language.English ? door.English : string.Join(' ', new[]
        {
            Labelled("条件", door.Conditions), Labelled("費用", door.Cost), Labelled("期間", door.LeadTime),
        }.Where(f => f.Length > 0));
        return Phrases.LimitNote(door.Limit, language) is { Length: > 0 } note ? $"{facts} {note}" : facts;
    }

    public static string Name(ProposedDoor door, Language language) => language == Language.English ? door.DeskEnglish : door.Desk;

    public static string AsOf(ProposedDoor door, Language language) => language == Language.English ? $"as of {door.Citation.AsOf}" : $"{door.Citation.AsOf.ToJapanese()}時点";

    /// <summary>All of them for a card, each with the link that opens what says so; null where there are none.</summary>
    public static string? Markdown(IReadOnlyList<ProposedDoor> doors, Language language) => doors.Count == 0 ? null
        : Heading(language) + string.Concat(doors.Select(d =>
            $"\n- **{Name(d, language)}** {Facts(d, language)} ([{(language == Language.English ? "source" : "出典")}]({d.Citation.Path}) {AsOf(d, language)})"));

    private static string Labelled(string label, string fact) => fact.Length == 0 ? "" : $"{label}: {fact}";
}
