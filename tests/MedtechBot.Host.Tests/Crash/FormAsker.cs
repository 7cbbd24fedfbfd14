using System.Net;
using System.Text.RegularExpressions;

namespace MedtechBot.Host.Tests.Crash;

/// <summary>An asker with the page for phones, who sends the form by plain HTML.</summary>
internal sealed partial class FormAsker(HostsUnderFire hosts) : IDisposable
{
    private const string Form = "/ask/consult";
    private readonly PatientClient _client = new(hosts);

    public async Task OpenAsync(Consultation consultation)
    {
        (await _client.GetAsync(Form)).Expect(HttpStatusCode.OK);
        var fields = new Dictionary<string, string>
        {
            ["submission"] = consultation.SubmissionId,
            ["summary"] = consultation.Summary,
            ["email"] = consultation.Email,
            ["step"] = "check",
        };
        var check = (await _client.PostFormAsync(Form, fields)).Expect(HttpStatusCode.OK);
        fields["c"] = Conversation().Match(check.Text).Groups[1].Value;
        fields["step"] = "send";
        var sent = (await _client.PostFormAsync(Form, fields)).Expect(HttpStatusCode.SeeOther);
        var page = (await _client.GetAsync(sent.Location!.Split('#')[0])).Expect(HttpStatusCode.OK);
        var number = Number().Match(page.Text);
        Assert.True(number.Success, "A form was acknowledged and its page shows no ticket.");
        (consultation.Number, consultation.ConversationId) = (number.Value, fields["c"]);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"c\" value=\"([^\"]+)\"")]
    private static partial Regex Conversation();

    [GeneratedRegex(@"C-\d{4}-\d{4,}")]
    private static partial Regex Number();
}
