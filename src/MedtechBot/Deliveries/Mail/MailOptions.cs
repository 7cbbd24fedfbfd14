namespace MedtechBot.Deliveries.Mail;

/// <summary>The section <c>MedtechBot:Mail</c>. Without a host there is no mail at all.</summary>
public sealed record MailOptions
{
    public string? Host { get; init; }

    /// <summary>1 to 65535. Default 587, where mail is handed in.</summary>
    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The address mail comes from, also as <c>Name &lt;address&gt;</c>.</summary>
    public string? From { get; init; }

    /// <summary>Whether the connection must be encrypted before anything is said. Default true.</summary>
    public bool StartTls { get; init; } = true;

    /// <summary>Ask before writing a mail to the outbox.</summary>
    public bool IsMailEnabled => !string.IsNullOrWhiteSpace(Host);

    /// <summary>Says which part of the settings does not do; null when all do or there is no mail.</summary>
    public MailProblem? Problem() => this switch
    {
        { IsMailEnabled: false } => null,
        _ when Uri.CheckHostName(Host!.Trim()) == UriHostNameType.Unknown => MailProblem.Host,
        { Port: < 1 or > 65535 } => MailProblem.Port,
        _ when MailText.Sender(From) is null => MailProblem.From,
        { User: null or "", Password: not (null or "") } or { User: not (null or ""), Password: null or "" } => MailProblem.User,
        { User: not (null or ""), StartTls: false } when !IsLoopback => MailProblem.StartTls,
        _ => null,
    };

    private bool IsLoopback => new UriBuilder("smtp", Host!.Trim()).Uri.IsLoopback;
}

/// <summary>Names the setting.</summary>
public enum MailProblem { Host, Port, From, User, StartTls }
