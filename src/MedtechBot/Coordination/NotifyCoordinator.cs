using MedtechBot.Consultations;
using Microsoft.Extensions.Logging;

namespace MedtechBot.Coordination;

/// <summary>Says in the log that a ticket came in, for whoever looks after a desk without mail. Only its number: what was asked stays at the desk.</summary>
public sealed class NotifyCoordinator(ILogger<NotifyCoordinator> logger)
{
    public void Handle(TicketNumber number) => logger.LogInformation("Ticket {Number} was opened and waits at /desk", number);
}
