using MedtechBot.Channels;
using MedtechBot.Storage;

namespace MedtechBot.Deliveries;

/// <summary>Takes down what is to be sent, together with the change that causes it: both are committed or neither is.</summary>
public sealed class Outbox(TimeProvider time)
{
    private long _lastPosition;

    /// <summary>Adds a row for the message; the caller's SaveChanges and transaction decide whether it will ever leave.</summary>
    /// <exception cref="ArgumentException">Key or target is longer than the database keeps.</exception>
    public void Add(MedtechBotContext context, OutboxMessage message)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Key.Length, OutboxMessage.LongestKey);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Target.Length, OutboxMessage.LongestTarget);
        var now = time.GetUtcNow();
        context.Add(new OutboxRow
        {
            Id = RandomId.Next(),
            Kind = message.Kind,
            Key = message.Key,
            Target = message.Target,
            Payload = message.Payload,
            Ticket = message.Ticket,
            Position = NextPosition(now.UtcTicks),
            CreatedAt = now,
            NotBefore = now + message.Delay,
        });
    }

    // The time, so that hosts agree without asking each other; raised where this process wrote several at the same tick.
    private long NextPosition(long ticks)
    {
        long last, next;
        do
        {
            last = Interlocked.Read(ref _lastPosition);
            next = Math.Max(ticks, last + 1);
        }
        while (Interlocked.CompareExchange(ref _lastPosition, next, last) != last);
        return next;
    }
}
