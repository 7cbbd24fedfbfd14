namespace MedtechBot.Deliveries;

/// <summary>One way for messages to leave: into a conversation, by mail, to a webhook.</summary>
public interface IDelivery
{
    /// <summary>One of <see cref="OutboxKinds"/>.</summary>
    string Kind { get; }

    /// <summary>True where the receiver notices by itself that it has a message already, so that sending again repeats nothing.</summary>
    bool KnowsRepeats { get; }

    /// <summary>How many messages are on their way from this process at once, each to another target.</summary>
    int AtOnce => Dispatcher.AtOnce;

    /// <summary>The wait after the first failure; it doubles with each further one (<see cref="Retry"/>).</summary>
    TimeSpan FirstWait => Retry.First;

    /// <summary>
    /// Sends the message, whichever try it is. What the receiver does is told by the outcome; an exception means that the message
    /// did not leave and is tried again. Cancelled when it takes longer than <see cref="Dispatcher.Patience"/>.
    /// </summary>
    Task<DeliveryOutcome> DeliverAsync(OutboxRow row, CancellationToken cancellation);
}
