using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MedtechBot.Consultations.Intake;
using MedtechBot.Coordination;

namespace MedtechBot.Benchmarks.Load;

/// <summary>Somebody who asks, consults a person, reads what comes back and writes again. One message at a time, each is answered.</summary>
internal sealed partial class Asker : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Topics = ["regulatory", "ip", "clinical", "funding", "overseas", "samd", "quality", "business"];
    private static readonly string[] Places = ["東京都", "大阪府", "福岡県", "北海道", "愛知県"];

    private readonly LoadPlan _plan;
    private readonly Books _books;
    private readonly Tally _tally;
    private readonly Random _random;
    private readonly ConcurrentQueue<Heard> _unread = new();
    private Waiting? _waiting;
    private JsonNode? _form;

    public Asker(HttpClient http, int index, LoadPlan plan, Books books, Tally tally)
    {
        (_plan, _books, _tally, _random) = (plan, books, tally, new Random(100_000 + index));
        Stream = new AskerStream(http) { OnHeard = Hear, OnBroken = failure => tally.Fail("asker: socket broke: " + failure.Message) };
    }

    public AskerStream Stream { get; }

    public async Task RunAsync(CancellationToken end)
    {
        try
        {
            await Task.Delay(_plan.AskerPause.Most * _random.NextDouble(), end);
            while (true)
            {
                await ActAsync();
                await Task.Delay(LoadPlan.Some(_plan.AskerPause, _random), end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            _tally.Fail("asker: " + failure.GetType().Name + " " + failure.Message);
        }
    }

    /// <summary>Calls for a person and sends the form in.</summary>
    public async Task ConsultAsync()
    {
        await WriteAsync("担当者に相談したい");
        await FileAsync();
    }

    public ValueTask DisposeAsync() => Stream.DisposeAsync();

    private Task ActAsync() => (_unread.TryDequeue(out var news), _form, _random.Next(100)) switch
    {
        (true, _, < 30) when ButtonsOf(news!.Card, TicketCards.SolvedVerb) is { } button => PressAsync(button, _random.Next(2) == 0 ? "true" : "false"),
        (true, _, _) when ButtonsOf(news!.Card, TicketCards.RateVerb) is { } button => PressAsync(button, "true"),
        (true, _, < 80) => WriteAsync("ご回答ありがとうございます。販売は国内を予定しています。次は何を準備すればよいでしょうか。"),
        (_, { }, < 70) => FileAsync(),
        (_, _, < 12) => WriteAsync("担当者に相談したい"),
        (_, _, < 17) => WriteAsync("相談の状況"),
        (_, _, < 20) => Stream.ReconnectAsync(),
        _ => WriteAsync(_plan.Questions[_random.Next(_plan.Questions.Count)]),
    };

    private Task<Heard?> WriteAsync(string text) => ExchangeAsync("asker: turn, until the reply is read", new JsonObject { ["text"] = text });

    private async Task FileAsync()
    {
        if (ButtonsOf(_form, IntakeCards.Verb) is not { } button)
        {
            return;
        }
        _form = null;
        var value = (JsonObject)button.DeepClone();
        value["summary"] = $"家庭で使う測定機器(試作{_random.Next(1000)})の承認申請について、薬事の進め方を相談したい。";
        (value["topic"], value["wish"], value["chatOnly"], value["share"]) = (Topics[_random.Next(Topics.Length)], "what", "true", "true");
        (value["confidential"], value["prefecture"]) = (_random.Next(20) == 0 ? "true" : "false", Places[_random.Next(Places.Length)]);
        var reply = await ExchangeAsync("asker: filing, until the number is read", new JsonObject { ["value"] = value });
        if (reply is not null && Number().Match(reply.Text) is { Success: true } number)
        {
            _books.Filed.Add((Stream.Conversation, (string)value["submissionId"]!, number.Value));
        }
        else if (reply is not null)
        {
            _tally.Fail("asker: a form without a number");
        }
    }

    private Task PressAsync(JsonObject button, string solved)
    {
        var value = (JsonObject)button.DeepClone();
        (value["solved"], value["stars"]) = (solved, "5");
        return ExchangeAsync("asker: button, until the reply is read", new JsonObject { ["value"] = value });
    }

    private async Task<Heard?> ExchangeAsync(string kind, JsonObject activity)
    {
        var waiting = new Waiting(Guid.NewGuid().ToString("N"));
        (activity["type"], activity["locale"], activity["channelData"]) = ("message", "ja-JP", new JsonObject { ["clientActivityID"] = waiting.ClientId });
        _waiting = waiting;
        var started = Stopwatch.GetTimestamp();
        var id = await Stream.SayAsync(activity);
        _tally.Took("asker: message taken in", started);
        _books.Said.Add((Stream.Conversation, id));
        try
        {
            var reply = await waiting.Reply.Task.WaitAsync(Patience);
            _tally.Took(kind, started);
            _tally.Answered(kind, "answered");
            if (reply.Text.Contains("回答の途中で問題", StringComparison.Ordinal))
            {
                _tally.Fail("asker: a turn failed");
            }
            if (reply.Text.Contains("に伝えました", StringComparison.Ordinal) || reply.Text.Contains("に追加しました", StringComparison.Ordinal))
            {
                _books.PassedOn.Add(id);
            }
            return reply;
        }
        catch (TimeoutException)
        {
            _tally.Fail($"{kind}: nothing within {Patience.TotalSeconds} s");
            return null;
        }
    }

    private void Hear(Heard heard)
    {
        if (heard.IsOwn)
        {
            if (_waiting is { } sent && heard.ClientId == sent.ClientId)
            {
                sent.IsKept = true;
            }
            return;
        }
        _form = ButtonsOf(heard.Card, IntakeCards.Verb) is null ? _form : heard.Card;
        // What a person wrote, and what is told of a ticket by itself, answers no message.
        if (heard.Name != "MedtechBot" || heard.Text.StartsWith("**C-", StringComparison.Ordinal))
        {
            _unread.Enqueue(heard);
        }
        else if (_waiting is { IsKept: true } waiting)
        {
            waiting.Reply.TrySetResult(heard);
        }
    }

    private static JsonObject? ButtonsOf(JsonNode? card, string verb) =>
        (card?["actions"] as JsonArray)?.Select(a => a!["data"] as JsonObject).FirstOrDefault(d => (string?)d?["verb"] == verb);

    [GeneratedRegex("C-[0-9]{4}-[0-9]{4,}")]
    private static partial Regex Number();

    private sealed record Waiting(string ClientId)
    {
        public TaskCompletionSource<Heard> Reply { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public bool IsKept { get; set; }
    }
}
