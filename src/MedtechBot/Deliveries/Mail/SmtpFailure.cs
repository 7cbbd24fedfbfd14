using System.Globalization;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;

namespace MedtechBot.Deliveries.Mail;

/// <summary>What the failure of a mail means: a server that is busy is asked again, a mail that it will never take is not.</summary>
public static partial class SmtpFailure
{
    public static DeliveryOutcome Of(SmtpException failure)
    {
        var code = (int)failure.StatusCode;
        return code switch
        {
            // We were not let in: somebody will put the settings right. A wrong password looks like this as well, since the client goes
            // on without having signed in.
            530 or 534 or 535 or 538 => DeliveryOutcome.TryAgain(Code(code)),
            >= 500 and < 600 when NotAllowed().IsMatch(failure.Message) => DeliveryOutcome.TryAgain(Code(code)),
            >= 500 and < 600 => DeliveryOutcome.Refused(Code(code)),
            >= 400 and < 500 => DeliveryOutcome.TryAgain(Code(code)),
            _ => WithoutAnswer(failure),
        };
    }

    private static DeliveryOutcome WithoutAnswer(SmtpException failure)
    {
        var causes = new List<Exception>();
        for (var cause = failure.InnerException; cause is not null; cause = cause.InnerException)
        {
            causes.Add(cause);
        }
        return causes switch
        {
            [SocketException, ..] => DeliveryOutcome.TryAgain("smtp-connect"),
            _ when causes.OfType<AuthenticationException>().Any() => DeliveryOutcome.TryAgain("smtp-tls"),
            // The connection broke somewhere on the way; perhaps after the mail was taken.
            _ when causes.OfType<IOException>().Any() => DeliveryOutcome.Unacknowledged("smtp-cut-off"),
            _ => DeliveryOutcome.TryAgain("smtp"),
        };
    }

    private static string Code(int code) => string.Create(CultureInfo.InvariantCulture, $"smtp-{code}");

    [GeneratedRegex(@"\b5\.7\.[0-9]")]
    private static partial Regex NotAllowed();
}
