using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Consultations.Routing;

namespace MedtechBot.Host.Tests.Replies;

/// <summary>The consultation form as the product makes it, with topics and a source that do not change.</summary>
internal static class SampleForms
{
    private static readonly RoutingRules Rules = RoutingRules.Fallback with
    {
        Topics = [new RoutingTopic("regulatory", "薬事", "Regulation", "general"), new RoutingTopic("ip", "知財", "Intellectual property", "general"), new RoutingTopic("other", "その他", "Other", "general")],
    };

    /// <summary>Filled from the conversation.</summary>
    public static JsonObject Filled => Card(Language.Japanese, new IntakeForm
    {
        Summary = "内視鏡の部品は**医療機器**に当たりますか",
        Details = new IntakeDetails { Topics = ["regulatory"], Wish = Wish.What, Prefecture = "福島県" },
    });

    public static JsonObject WithSomethingMissing => Card(
        Language.English, new IntakeForm { Summary = "", Details = new IntakeDetails { Topics = ["ip"], Wish = Wish.How, IsConfidential = true } },
        new IntakeProblem(IntakeField.Summary, "Please write what it is about."), new IntakeProblem(IntakeField.Detail, "Please choose one of the list.", "filing"));

    private static JsonObject Card(Language language, IntakeForm form, params IntakeProblem[] problems) => IntakeCards.Show(
        new IntakeDraft("0123456789abcdef0123456789abcdef", form, [IntakeInputs.Summary.Id]), language, Rules,
        WishNotice.Of(null, language) with { Source = SampleReplies.Cited(1, "ワンストップ窓口", "費用", "Whatは原則無料、Howは有料です。") }, [], problems);
}
