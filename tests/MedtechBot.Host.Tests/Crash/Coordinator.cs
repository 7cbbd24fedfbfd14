using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>A coordinator's program, which takes and answers tickets by the API.</summary>
internal sealed class Coordinator : IDisposable
{
    private readonly PatientClient _client;

    public Coordinator(HostsUnderFire hosts, string key)
    {
        _client = new PatientClient(hosts);
        _client.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public async Task ReplyAsync(Consultation consultation)
    {
        var ticket = "/api/tickets/" + consultation.Number;
        (await _client.PostAsync(ticket + "/take", "", "take-" + consultation.SubmissionId)).Expect(HttpStatusCode.OK);
        var reply = new JsonObject { ["text"] = consultation.Reply }.ToJsonString();
        (await _client.PostAsync(ticket + "/replies", reply, "reply-" + consultation.SubmissionId)).Expect(HttpStatusCode.Created);
        consultation.IsReplied = true;
    }

    public void Dispose() => _client.Dispose();
}
