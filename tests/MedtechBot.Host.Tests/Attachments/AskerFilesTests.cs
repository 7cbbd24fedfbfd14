using System.Net;
using System.Text.RegularExpressions;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Coordination;
using MedtechBot.Host.AskerPages;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Attachments;

/// <summary>What askers attach on their pages: before a consultation is filed, and to what they write afterwards.</summary>
public sealed partial class AskerFilesTests(ProductHost host) : IClassFixture<ProductHost>
{
    private readonly HttpClient _asker = host.NewClient();

    [Fact]
    public async Task Files_of_a_consultation_wait_through_checking_and_putting_it_off_and_go_along_when_it_is_sent()
    {
        var form = await _asker.GetStringAsync("/ask/consult");
        (string, string)[] fields = [("submission", Submission().Match(form).Groups[1].Value), ("summary", "図面を見てほしい"), ("chatOnly", "true")];
        var refused = await SendAsync("/ask/consult", [.. fields, ("step", "check")], ("図面.pdf", "application/pdf", FilesForm.Pdf), ("悪い.exe", "application/pdf", "MZ"u8.ToArray()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("「悪い.exe」は受け取れません", refused.Html, StringComparison.Ordinal);
        Assert.Contains("図面を見てほしい</textarea>", refused.Html, StringComparison.Ordinal);

        fields = [.. fields, ("c", Conversation().Match(refused.Html).Groups[1].Value), .. FilesForm.Held(refused.Html)];
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync("/ask/consult", [.. fields, ("step", "keep")])).Status);
        var resumed = await _asker.GetStringAsync("/ask/consult");
        Assert.Contains("図面.pdf", resumed, StringComparison.Ordinal);
        Assert.Equal(FilesForm.Held(refused.Html), FilesForm.Held(resumed));
        var check = await SendAsync("/ask/consult", [.. fields, ("step", "check")]);
        Assert.Contains("図面.pdf", check.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync("/ask/consult", [.. fields, ("step", "send")])).Status);

        var conversation = fields.Single(f => f.Item1 == "c").Item2;
        var ticket = Assert.Single(await host.Services.GetRequiredService<TicketStore>().ListOfConversationsAsync([conversation]));
        var file = Assert.Single(((TicketOpened)ticket.History[0]).Files!);
        using var desk = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        Assert.Equal(FilesForm.Pdf, await desk.ReadFileAsync($"/desk/tickets/{ticket.Number}/files/{file.Id}"));
        Assert.Contains("図面.pdf", await _asker.GetStringAsync($"/consultations/{ticket.Number}"), StringComparison.Ordinal);
        Assert.Equal(FilesForm.Pdf, await _asker.GetByteArrayAsync($"/consultations/{ticket.Number}/files/{file.Id}"));
    }

    [Fact]
    public async Task A_form_put_off_on_the_page_and_sent_from_the_chat_takes_its_files_along()
    {
        var form = await _asker.GetStringAsync("/ask/consult");
        var id = Submission().Match(form).Groups[1].Value;
        var kept = await SendAsync("/ask/consult", [("submission", id), ("summary", "相談"), ("chatOnly", "true"), ("step", "keep")], ("図面.pdf", "application/pdf", FilesForm.Pdf));
        var conversation = (await host.Services.GetRequiredService<Conversations>().FindAsync(kept.Location!.Split("c=")[1].Split('&')[0]))!;
        var card = new System.Text.Json.Nodes.JsonObject { ["verb"] = IntakeCards.Verb, ["submissionId"] = id, ["summary"] = "相談", ["chatOnly"] = "true" };
        await host.Services.GetServices<ISubmissionHandler>().OfType<IntakeSubmission>().Single().HandleAsync(conversation, card, default);
        var ticket = Assert.Single(await host.Services.GetRequiredService<TicketStore>().ListOfConversationsAsync([conversation.Id]));
        Assert.Equal("図面.pdf", Assert.Single(((TicketOpened)ticket.History[0]).Files!).Name);
    }

    [Fact]
    public async Task What_is_attached_later_goes_into_the_thread_by_cookie_and_by_private_link()
    {
        var number = await OpenAsync();
        foreach (var page in new[] { $"/consultations/{number}", host.Services.GetRequiredService<AskerLinks>().Create(number).AbsolutePath })
        {
            var refused = await WriteAsync(page, await _asker.GetStringAsync(page), "試験の結果です", ("良い.txt", "text/plain", "結果"u8.ToArray()), ("違う.png", "image/png", FilesForm.Pdf));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("「違う.png」は受け取れません", refused.Html, StringComparison.Ordinal);
            Assert.Contains("試験の結果です</textarea>", refused.Html, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.SeeOther, (await WriteAsync(page, refused.Html, "試験の結果です")).Status);

            var file = Assert.Single((await FindAsync(number)).History.OfType<AskerWrote>().Last().Files!);
            Assert.Contains($"{page}/files/{file.Id}", await _asker.GetStringAsync(page), StringComparison.Ordinal);
            using var given = await _asker.GetAsync($"{page}/files/{file.Id}");
            Assert.Equal("結果", await given.Content.ReadAsStringAsync());
            Assert.Equal(("attachment", "nosniff"), (given.Content.Headers.ContentDisposition?.DispositionType, given.Headers.GetValues("X-Content-Type-Options").Single()));
            Assert.StartsWith("sandbox", given.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Contains("no-store", given.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_needs_no_words_and_the_same_form_sent_twice_is_taken_once()
    {
        var number = await OpenAsync();
        var page = $"/consultations/{number}";
        var html = await _asker.GetStringAsync(page);
        Assert.Contains("内容をご記入ください", (await WriteAsync(page, html, "")).Html, StringComparison.Ordinal);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await WriteAsync(page, html, "", ("a.pdf", "application/pdf", FilesForm.Pdf))).Status);
        }
        Assert.Single((await FindAsync(number)).History.OfType<AskerWrote>().Single().Files!);
    }

    [Fact]
    public async Task Nobody_else_attaches_anything_or_takes_what_another_form_holds()
    {
        var number = await OpenAsync();
        var page = $"/consultations/{number}";
        var held = FilesForm.Held((await WriteAsync(page, await _asker.GetStringAsync(page), "", ("a.pdf", "application/pdf", FilesForm.Pdf), ("b.exe", "application/pdf", FilesForm.Pdf))).Html).Single();
        using var other = host.NewClient();
        using var theirs = FilesForm.Of([("message", RandomId.Next()), ("text", "x"), held], ("a.pdf", "application/pdf", FilesForm.Pdf));
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(page + "/write", theirs)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(page + "/write", [("message", RandomId.Next()), ("text", "別の書き込み"), held])).Status);
        Assert.Null((await FindAsync(number)).History.OfType<AskerWrote>().Single().Files);
        // Nor is it given to anybody before it is sent.
        Assert.Equal(HttpStatusCode.NotFound, (await _asker.GetAsync($"{page}/files/{held.Value}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _asker.GetAsync("/v3/directline/attachments/" + held.Value)).StatusCode);
    }

    [Fact]
    public async Task The_desks_files_stand_in_the_thread_and_in_the_conversation_in_english_as_well()
    {
        var number = await OpenAsync();
        var ticket = await FindAsync(number);
        using var content = new MemoryStream(FilesForm.Pdf);
        var file = await host.Services.GetRequiredService<Uploads>().HoldAsync(ticket.ConversationId, RandomId.Next(), "guide.pdf", "application/pdf", content, default);
        await host.Services.GetRequiredService<TakeTicket>().HandleAsync(number, "佐藤");
        await host.Services.GetRequiredService<ReplyToTicket>().HandleAsync(new Reply(number, "佐藤", RandomId.Next(), "See the guide", null) { Files = [file] });
        foreach (var page in new[] { $"/consultations/{number}?lang=en", $"/ask/{ticket.ConversationId}" })
        {
            Assert.Contains($"/consultations/{number}/files/{file.Id}\" download>guide.pdf", await _asker.GetStringAsync(page), StringComparison.Ordinal);
        }
        Assert.Contains("Up to 4 files, 10 MB each", await _asker.GetStringAsync($"/consultations/{number}"), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Html, string? Location)> SendAsync(string path, IEnumerable<(string, string)> fields, params (string Name, string Type, byte[] Content)[] files)
    {
        using var form = FilesForm.Of(fields, files);
        using var answer = await _asker.PostAsync(path, form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.ToString());
    }

    private Task<(HttpStatusCode Status, string Html, string? Location)> WriteAsync(string page, string html, string text, params (string Name, string Type, byte[] Content)[] files) =>
        SendAsync(page + "/write", [("message", Message().Match(html).Groups[1].Value), ("text", text), .. FilesForm.Held(html)], files);

    private async Task<Ticket> FindAsync(TicketNumber number) => (await host.Services.GetRequiredService<TicketStore>().FindAsync(number))!;

    private async Task<TicketNumber> OpenAsync()
    {
        using var question = new FormUrlEncodedContent([KeyValuePair.Create("q", SmallKnowledge.Question)]);
        var conversation = (await _asker.PostAsync("/ask", question)).Headers.Location!.ToString().Split('/')[^1].Split('#')[0];
        var form = new IntakeForm { Summary = "承認申請の進め方", ReplyInChatOnly = true };
        return (await host.Services.GetRequiredService<OpenTicket>().HandleAsync(new(conversation, RandomId.Next(), form, MedtechBot.Answers.Language.Japanese))).Number!.Value;
    }

    [GeneratedRegex("name=\"submission\" value=\"([^\"]+)\"")]
    private static partial Regex Submission();

    [GeneratedRegex("name=\"c\" value=\"([^\"]+)\"")]
    private static partial Regex Conversation();

    [GeneratedRegex("name=\"message\" value=\"([0-9a-f]{32})\"")]
    private static partial Regex Message();
}
