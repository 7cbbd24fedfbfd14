using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MedtechBot.Channels;
using MedtechBot.Consultations.Intake;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>An asker over Direct Line, who may open several consultations in one conversation, one after the other.</summary>
internal sealed partial class CardAsker(HostsUnderFire hosts) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly PatientClient _client = new(hosts);
    private string? _conversation;
    private int _opened;

    private string Activities => $"/v3/directline/conversations/{_conversation}/activities";

    public async Task OpenAsync(Consultation consultation)
    {
        if (_conversation is null)
        {
            var generated = JsonNode.Parse((await _client.PostAsync("/v3/directline/tokens/generate", "{}")).Expect(HttpStatusCode.OK).Text)!;
            _client.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (string)generated["token"]!);
            _conversation = (string)generated["conversationId"]!;
        }
        await SayAsync(new JsonObject
        {
            ["type"] = "message",
            ["value"] = new JsonObject
            {
                ["verb"] = IntakeCards.Verb,
                ["submissionId"] = consultation.SubmissionId,
                ["summary"] = consultation.Summary,
                ["email"] = consultation.Email,
            },
        });
        _opened++;
        // The form was acknowledged, so its number is there or comes by itself: it is not sent again.
        for (var began = Stopwatch.GetTimestamp(); consultation.Number is null; await Task.Delay(BetweenLooks))
        {
            consultation.Number = (await ReadAsync()).Select(a => Confirmation().Match((string?)a["text"] ?? "")).Where(m => m.Success).Skip(_opened - 1).FirstOrDefault()?.Groups[1].Value;
            Assert.True(consultation.Number is not null || Stopwatch.GetElapsedTime(began) < Patience, "A form was acknowledged and no ticket was opened.");
        }
        consultation.ConversationId = _conversation;
    }

    /// <summary>Goes on writing to the coordinator.</summary>
    public async Task AddAsync(Consultation consultation)
    {
        await SayAsync(new JsonObject { ["type"] = "message", ["text"] = consultation.Addition });
        consultation.IsAddedTo = true;
    }

    /// <summary>The conversation as the protocol shows it.</summary>
    public async Task<IReadOnlyList<JsonNode>> ReadAsync() =>
        _conversation is null ? [] : [.. JsonNode.Parse((await _client.GetAsync(Activities)).Expect(HttpStatusCode.OK).Text)!["activities"]!.AsArray().Select(a => a!)];

    public void Dispose() => _client.Dispose();

    private async Task SayAsync(JsonObject activity)
    {
        // As Web Chat does: the client's own name for the message.
        activity["channelData"] = new JsonObject { ["clientActivityID"] = RandomId.Next() };
        (await _client.PostAsync(Activities, activity.ToJsonString())).Expect(HttpStatusCode.OK);
    }

    [GeneratedRegex(@"受付番号は \*\*(C-\d{4}-\d{4,})\*\*")]
    private static partial Regex Confirmation();
}
