using System.Security.Cryptography;
using System.Text;
using MedtechBot.Answers;
using MedtechBot.Channels;
using Microsoft.Extensions.Logging;

namespace MedtechBot.Turns;

/// <summary>
/// The one place where an asker's message is taken in, whichever channel it came by: kept, handed to the form it belongs to or
/// answered, logged, and the reply appended to the conversation. Messages of one conversation are answered in order, one at a time.
/// </summary>
public sealed class ConversationTurns(
    Conversations conversations,
    TurnHandler turns,
    TurnLog log,
    IEnumerable<ISubmissionHandler> forms,
    ILogger<ConversationTurns> logger,
    IntakeCard? intakeCard = null,
    PersonInCharge? personInCharge = null,
    ResumedForm? resumedForm = null,
    Greeting? greeting = null)
{
    /// <summary>Longer messages are not answered but asked to be shortened.</summary>
    public const int LongestQuestion = 4_000;

    /// <summary>As much as a person in charge is passed on is kept; what is longer is cut.</summary>
    public const int LongestKept = 10_000;

    private const int MostWaiting = 8;

    // A form pressed many times is one and the same to whoever takes it, and each press is answered.
    private const int MostFormsWaiting = 64;

    // Clients that are called back do not wait for one reply before they send the next message.
    private const int MostWaitingWhereCalled = 200;

    private readonly OneAtATime _queue = new();

    /// <summary>
    /// Keeps the message at once and answers it in its turn. The reply is appended to the conversation in any case; await
    /// <see cref="Received.Reply"/> to have it in hand as well. It never fails.
    /// </summary>
    /// <returns>Null when the asker has too many messages waiting.</returns>
    public async Task<Received?> ReceiveAsync(ConversationRow conversation, IncomingMessage message, CancellationToken cancellation = default)
    {
        // First of all: what must not be kept goes no further than this.
        var screened = Screened.Of(message.Text);
        message = message with { Text = screened.Text };
        var kept = new TaskCompletionSource<Activity>(TaskCreationOptions.RunContinuationsAsynchronously);
        // A reply once begun is finished even when the asker's request is gone.
        var reply = _queue.TryRun(conversation.Id, MostFor(conversation, message), async () => await ReplyAsync(conversation, message, screened, await kept.Task));
        if (reply is null)
        {
            return null;
        }
        try
        {
            kept.SetResult(await conversations.AppendAsync(conversation.Id, Keepable(message), cancellation));
        }
        catch (Exception failure)
        {
            kept.SetException(failure);
            _ = reply.ContinueWith(r => r.Exception, TaskScheduler.Default);
            throw;
        }
        return new Received(await kept.Task, reply) { IsKeptWhole = message.Value is null && screened.IsUnchanged };
    }

    /// <summary>Answers a message that was kept and never answered, because a process ended over it.</summary>
    public Task<OutgoingMessage> ResumeAsync(ConversationRow conversation, Activity kept)
    {
        var message = kept.Incoming!;
        return _queue.TryRun(conversation.Id, int.MaxValue, () => ReplyAsync(conversation, message, Screened.Of(message.Text), kept))!;
    }

    /// <summary>Waits for replies that have begun; for shutting down.</summary>
    public Task DrainAsync() => _queue.DrainAsync();

    private static int MostFor(ConversationRow conversation, IncomingMessage message) =>
        conversation.Channel == ChannelNames.Teams ? MostWaitingWhereCalled : message.Value is null ? MostWaiting : MostFormsWaiting;

    private static IncomingMessage Keepable(IncomingMessage message) => message with
    {
        IsSubmission = message.Value is not null,
        Text = message.Text.Length > LongestKept ? message.Text[..LongestKept] + "…" : message.Text,
    };

    private async Task<OutgoingMessage> ReplyAsync(ConversationRow conversation, IncomingMessage message, Screened screened, Activity kept)
    {
        var language = message.Language ?? conversation.Language;
        OutgoingMessage reply;
        try
        {
            var composed = await ComposeAsync(conversation, message, screened, kept, language);
            reply = ReplyTo(kept, message, composed.Reply);
            await conversations.SendAsync(conversation.Id, reply, composed.Logged);
        }
        catch (Exception failure)
        {
            logger.LogError("A turn failed: {Failure} at {Place}", failure.GetType().Name, failure.StackTrace?.Split('\n').FirstOrDefault()?.Trim());
            reply = ReplyTo(kept, message, TurnReplies.Failed(kept.Id, language));
            await conversations.SendAsync(conversation.Id, reply).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return reply;
    }

    private static OutgoingMessage ReplyTo(Activity kept, IncomingMessage message, OutgoingMessage reply) =>
        reply with { AnswerTo = kept.Id, IsTaken = message.WaitsForReply == true };

    private async Task<Composed> ComposeAsync(ConversationRow conversation, IncomingMessage message, Screened screened, Activity kept, Language? language)
    {
        if (message.Value is { } value)
        {
            var form = forms.FirstOrDefault(f => f.Handles(value));
            return form is null ? TurnReplies.UnknownForm(kept.Id, language) : await form.HandleAsync(conversation, value, CancellationToken.None);
        }
        if (!screened.IsWithheld && Screened.IsNote(message.Text))
        {
            // The words were not kept, and whoever had them in hand is gone.
            return TurnReplies.Failed(kept.Id, language);
        }
        if (resumedForm is not null && await resumedForm(conversation, kept.Id, message.Text, CancellationToken.None) is { } resumed)
        {
            return resumed;
        }
        // Limits that are not for people (an emergency, for example) are said at once, whoever is in charge.
        if (!screened.IsForTheBot && (message.Files.Count > 0 || !string.IsNullOrWhiteSpace(message.Text)) && personInCharge is not null
            && await personInCharge(conversation, kept, message with { Text = screened.TextForPeople, Withheld = screened.Withheld }, language, CancellationToken.None) is { } passedOn)
        {
            return passedOn;
        }
        if (ToTheBot.Question(message.Text) is { Length: > 0 } toTheBot)
        {
            (message, screened) = (message with { Text = toTheBot }, Screened.Of(toTheBot));
        }
        if (greeting?.Invoke(conversation, kept.Id, message.Text, language) is { } greeted)
        {
            return greeted;
        }
        if (message.Files.Count > 0 && string.IsNullOrWhiteSpace(message.Text))
        {
            return TurnReplies.FilesKept(kept.Id, language);
        }
        if (message.Remark is { } remark && string.IsNullOrWhiteSpace(message.Text))
        {
            return TurnReplies.Remark(kept.Id, remark);
        }
        if (string.IsNullOrWhiteSpace(message.Text))
        {
            return TurnReplies.Empty(kept.Id, language);
        }
        if (message.Text.Length > LongestQuestion)
        {
            return TurnReplies.TooLong(kept.Id, language);
        }
        using var step = Telemetry.Step("turn");
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var past = await log.RecallAsync(conversation.Id, kept.Sequence);
        var outcome = await turns.HandleAsync(new Turn(message.Text, past, language, screened));
        var turnId = TurnIdOf(kept);
        Telemetry.TurnDone(outcome.Answer.Outcome, outcome.Answer.Language, conversation.Channel, System.Diagnostics.Stopwatch.GetElapsedTime(started));
        var reply = TurnReplies.Answered(turnId, outcome.Answer, message.Files.Count > 0 ? TurnReplies.FilesNote(outcome.Answer.Language) : message.Remark,
            outcome.Answer.Outcome == OutcomeKind.Escalated && intakeCard is not null
                ? await intakeCard(conversation, outcome.Answer, [.. past.Select(p => p.Question), message.Text], CancellationToken.None)
                : null);
        return new Composed(reply, (context, isAgain) => log.AddAsync(context, turnId, conversation.Id, kept.Sequence, outcome, isAgain));
    }

    /// <param name="Logged">What of the turn is kept with the reply.</param>
    private sealed record Composed(OutgoingMessage Reply, Alongside? Logged)
    {
        public static implicit operator Composed(OutgoingMessage reply) => new(reply, null);
    }

    // The same whenever the same message is answered: a client sends it again when a process died over it.
    private static string TurnIdOf(Activity kept) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kept.Id)).AsSpan(0, 16));
}

/// <param name="Message">The asker's message as it stands in the conversation.</param>
/// <param name="Reply">The reply, once it stands in the conversation.</param>
public sealed record Received(Activity Message, Task<OutgoingMessage> Reply)
{
    /// <summary>Nothing of it is in memory alone: it can be answered from what was kept (<see cref="ConversationTurns.ResumeAsync"/>).</summary>
    public bool IsKeptWhole { get; init; }
}
