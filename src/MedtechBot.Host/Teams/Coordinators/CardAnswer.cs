using System.Text.Json.Nodes;

namespace MedtechBot.Host.Teams.Coordinators;

/// <summary>What a pressed button of a card is answered.</summary>
internal static class CardAnswer
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The card that takes the place of the one that was pressed, for whoever pressed it.</summary>
    public static InvokeAnswer Card(JsonObject card) => Of(CardType, card);

    /// <summary>Words for whoever pressed; the card stays as it is.</summary>
    public static InvokeAnswer Message(string text) => Of("application/vnd.microsoft.activity.message", text);

    private static InvokeAnswer Of(string type, JsonNode value) =>
        InvokeAnswer.Of(new JsonObject { ["statusCode"] = StatusCodes.Status200OK, ["type"] = type, ["value"] = value });
}
