namespace MedtechBot.Host.RequestLimits;

/// <summary>What may be done only so often.</summary>
public enum Door { Token, Turn, Ticket, Upload, SignIn, Export, Api, Bot }

/// <summary>Marks an endpoint as one of the doors; everything else is not counted.</summary>
public sealed record DoorMark(Door Door);

public static class DoorMarks
{
    /// <summary>Requests to the endpoint count, and are refused with 429 once there are too many.</summary>
    public static TBuilder Limit<TBuilder>(this TBuilder endpoint, Door door) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new DoorMark(door));
}
