using System.Diagnostics;
using OpenTelemetry;

namespace MedtechBot.Host.Telemetry;

/// <summary>
/// Takes from the web server's spans all but the kind of request: paths hold ids of conversations and sign-in tokens, queries what people
/// look for, and the rest tells about visitors.
/// </summary>
internal sealed class TagsWithoutContent : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Kept =
        ["http.request.method", "http.route", "http.response.status_code", "url.scheme", "network.protocol.version", "error.type", "outcome", "language", "channel"];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Kept.Contains(name))
            {
                data.SetTag(name, null);
            }
        }
        if (data.Kind == ActivityKind.Server)
        {
            data.DisplayName = $"{data.GetTagItem("http.request.method")} {data.GetTagItem("http.route")}".Trim();
            // A visitor may have sent one along, with anything in it.
            data.TraceStateString = null;
        }
    }
}
