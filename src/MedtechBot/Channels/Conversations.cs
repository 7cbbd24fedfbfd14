using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using MedtechBot.Answers;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Channels;

/// <summary>The conversations in the database, and the signals that let open sockets follow them.</summary>
public sealed class Conversations(IDbContextFactory<MedtechBotContext> database, TimeProvider time, IEnumerable<ICalledChannel>? called = null) : IConversations
{
    // Another process over the same database raises no signal here, so followers look by themselves now and then.
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(10);
    private const int Attempts = 20;
    private const int MostRemembered = 10_000;

    private readonly ConversationSignals _signals = new();

    // Where this process left off, so that it need not ask before it appends; when another was there since, the table's keys tell.
    private readonly ConcurrentDictionary<string, End> _ends = new(StringComparer.Ordinal);
    private readonly ICalledChannel[] _called = [.. called ?? []];

    public async Task<ConversationRow> CreateAsync(string askerId, string channel, Language? language, CancellationToken cancellation = default)
    {
        var row = new ConversationRow { Id = RandomId.Next(), AskerId = askerId, Channel = channel, Language = language, CreatedAt = time.GetUtcNow() };
        await using var context = await database.CreateDbContextAsync(cancellation);
        context.Add(row);
        await context.SaveChangesAsync(cancellation);
        return row;
    }

    public async Task<ConversationRow?> FindAsync(string id, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<ConversationRow>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellation);
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<ConversationRow>> ListForAskerAsync(string askerId, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Set<ConversationRow>().AsNoTracking()
            .Where(c => c.AskerId == askerId).OrderByDescending(c => c.CreatedAt).ThenBy(c => c.Id).Take(100).ToListAsync(cancellation);
    }

    /// <summary>What came after the given sequence number (-1 reads from the start), in order.</summary>
    public async Task<IReadOnlyList<Activity>> ReadAsync(string conversationId, int afterSequence, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var rows = await context.Set<ActivityRow>().AsNoTracking()
            .Where(a => a.ConversationId == conversationId && a.Sequence > afterSequence).OrderBy(a => a.Sequence).ToListAsync(cancellation);
        return [.. rows.Select(ConversationJson.Read)];
    }

    /// <summary>The entry with that number, or null.</summary>
    public async Task<Activity?> FindAsync(string conversationId, int sequence, CancellationToken cancellation = default)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var row = await context.Set<ActivityRow>().AsNoTracking().SingleOrDefaultAsync(a => a.ConversationId == conversationId && a.Sequence == sequence, cancellation);
        return row is null ? null : ConversationJson.Read(row);
    }

    /// <summary>Reads what came after the sequence number and goes on with what is appended, until cancelled.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Activity>> FollowAsync(string conversationId, int afterSequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Joined before the first read, so that nothing falls between the two.
        var signal = _signals.Join(conversationId);
        try
        {
            while (true)
            {
                var activities = await ReadAsync(conversationId, afterSequence, cancellation);
                if (activities.Count > 0)
                {
                    afterSequence = activities[^1].Sequence;
                    yield return activities;
                }
                using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                wait.CancelAfter(LookAnyway);
                try
                {
                    await signal.Reader.ReadAsync(wait.Token);
                }
                catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
                {
                    // Time to look anyway.
                }
            }
        }
        finally
        {
            _signals.Leave(conversationId, signal);
        }
    }

    /// <summary>Appends what the asker said. What a client sends again, under its own name for the message and in the same words, is kept once.</summary>
    public async Task<Activity> AppendAsync(string conversationId, IncomingMessage message, CancellationToken cancellation = default)
    {
        var json = ConversationJson.Write(message);
        return message.ClientId is { } name && await AppendOnceAsync(conversationId, KeyOf(name), json, cancellation) is { } kept
            ? kept
            : (await AppendAsync(conversationId, null, Speaker.User, json, cancellation))!;
    }

    public Task SendAsync(string conversationId, OutgoingMessage message, CancellationToken cancellation = default) => SendAsync(conversationId, message, null, cancellation);

    /// <param name="alongside">What is kept with the message or not at all; called again for every try.</param>
    public Task SendAsync(string conversationId, OutgoingMessage message, Alongside? alongside, CancellationToken cancellation = default) =>
        AppendAsync(conversationId, message.DeliveryKey, message.SpokenBy is null ? Speaker.Bot : Speaker.Coordinator, ConversationJson.Write(message), cancellation, message.IsTaken, alongside);

    // Null when the client used the name before, for something else.
    private async Task<Activity?> AppendOnceAsync(string conversationId, string key, string json, CancellationToken cancellation)
    {
        if (await AppendAsync(conversationId, key, Speaker.User, json, cancellation) is { } appended)
        {
            return appended;
        }
        await using var context = await database.CreateDbContextAsync(cancellation);
        var known = await context.Set<ActivityRow>().AsNoTracking().SingleAsync(a => a.ConversationId == conversationId && a.DeliveryKey == key, cancellation);
        return known.Json == json ? ConversationJson.Read(known) : null;
    }

    // Clients may call their messages anything.
    private static string KeyOf(string clientId) => "client:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clientId)));

    private async Task<Activity?> AppendAsync(
        string conversationId, string? deliveryKey, Speaker speaker, string json, CancellationToken cancellation, bool isTaken = false, Alongside? alongside = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await database.CreateDbContextAsync(cancellation);
            var end = (attempt == 1 ? _ends.GetValueOrDefault(conversationId) : null) ?? await EndAsync(context, conversationId, deliveryKey, cancellation)
                ?? throw new KeyNotFoundException("There is no such conversation.");
            if (end.IsKnown)
            {
                return null;
            }
            var sequence = (end.Last ?? -1) + 1;
            var row = new ActivityRow { ConversationId = conversationId, Sequence = sequence, ActivityId = $"{conversationId}|{sequence:0000000}", DeliveryKey = deliveryKey, At = time.GetUtcNow(), Kind = speaker, Json = json };
            context.Add(row);
            if (speaker != Speaker.User && !isTaken)
            {
                _called.FirstOrDefault(c => c.Channel == end.Channel)?.Appended(context, row);
            }
            await (alongside?.Invoke(context, attempt > 1) ?? Task.CompletedTask);
            try
            {
                await context.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                continue; // Somebody else took the number, or delivered the same message; look again.
            }
            Remember(conversationId, end with { Last = sequence });
            _signals.Raise(conversationId);
            return ConversationJson.Read(row);
        }
    }

    private void Remember(string conversationId, End end)
    {
        if (_ends.Count > MostRemembered)
        {
            _ends.Clear();
        }
        _ends[conversationId] = end;
    }

    // All that has to be known before something is appended, in one question.
    private static Task<End?> EndAsync(MedtechBotContext context, string conversationId, string? deliveryKey, CancellationToken cancellation)
    {
        var activities = context.Set<ActivityRow>();
        return context.Set<ConversationRow>().Where(c => c.Id == conversationId).Select(c => new End(
            c.Channel,
            activities.Where(a => a.ConversationId == conversationId).Max(a => (int?)a.Sequence),
            deliveryKey != null && activities.Any(a => a.ConversationId == conversationId && a.DeliveryKey == deliveryKey))).SingleOrDefaultAsync(cancellation);
    }

    /// <param name="IsKnown">What is to be appended is there already.</param>
    private sealed record End(string Channel, int? Last, bool IsKnown);
}

/// <summary>Adds to a change that is about to be saved.</summary>
/// <param name="isAgain">Another try: something of it may be there, by somebody else.</param>
public delegate Task Alongside(MedtechBotContext context, bool isAgain);
