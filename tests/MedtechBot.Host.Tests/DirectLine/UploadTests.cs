using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace MedtechBot.Host.Tests.DirectLine;

public sealed class UploadTests(ProductHost host) : IClassFixture<ProductHost>
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Files_are_kept_noted_and_given_back_to_their_asker_only()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        var response = await SendAsync(asker, ("領収書.png", "image/png", Png), ("説明.txt", "text/plain", "説明です"u8.ToArray()));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var activities = await asker.WaitForAsync(2);
        var attachment = activities[0]["attachments"]![0]!;
        Assert.Equal("領収書.png", (string?)attachment["name"]);
        Assert.Equal("c9", (string?)activities[0]["channelData"]!["clientActivityID"]);
        Assert.Contains("ボットはファイルの内容を読みません", (string?)activities[1]["text"]);

        var url = (string)attachment["contentUrl"]!;
        var own = await asker.Http.GetAsync(url);
        Assert.Equal(Png, await own.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", own.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(own.Headers.GetValues("X-Content-Type-Options")));
        using var other = await DirectLineClient.StartAsync(host);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync(url)).StatusCode);
        using var stranger = host.NewClient();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(url)).StatusCode);
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(host.DataDirectory, "uploads")), f => f.Contains("領収書", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_askers_cookie_opens_the_file_as_well()
    {
        using var browser = host.NewClient();
        await browser.GetAsync("/");
        var session = await DirectLineClient.ReadAsync(await browser.PostAsync("/chat/session", null));
        var upload = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{session["conversationId"]}/upload") { Content = Form(("a.png", "image/png", Png)) };
        upload.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (string?)session["token"]);
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(upload)).StatusCode);
        var read = new HttpRequestMessage(HttpMethod.Get, $"/v3/directline/conversations/{session["conversationId"]}/activities");
        read.Headers.Authorization = upload.Headers.Authorization;
        var activities = (JsonArray)(await DirectLineClient.ReadAsync(await browser.SendAsync(read)))["activities"]!;
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync((string)activities[0]!["attachments"]![0]!["contentUrl"]!)).StatusCode);
    }

    public static TheoryData<string, string, byte[], HttpStatusCode> Files => new()
    {
        { "page.html", "text/html", "<script>alert(1)</script>"u8.ToArray(), HttpStatusCode.UnsupportedMediaType },
        { "picture.png", "image/png", "<svg onload=alert(1)>"u8.ToArray(), HttpStatusCode.UnsupportedMediaType },
        { "picture.svg", "image/svg+xml", "<svg/>"u8.ToArray(), HttpStatusCode.UnsupportedMediaType },
        { "program.exe", "application/octet-stream", "MZ"u8.ToArray(), HttpStatusCode.UnsupportedMediaType },
        { "text.txt", "text/plain", Png, HttpStatusCode.UnsupportedMediaType },
        { "text.txt", "text/plain", [0xff, 0xfe, 0x00], HttpStatusCode.UnsupportedMediaType },
        { "picture.png", "image/jpeg", Png, HttpStatusCode.UnsupportedMediaType },
        { "report.docx", "application/octet-stream", Zip("other.txt"), HttpStatusCode.UnsupportedMediaType },
        { "report.docx", "application/octet-stream", "PK\x03\x04 broken"u8.ToArray(), HttpStatusCode.UnsupportedMediaType },
        { "report.docx", "", Zip("[Content_Types].xml", "word/document.xml"), HttpStatusCode.OK },
        { "table.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Zip("[Content_Types].xml", "xl/workbook.xml"), HttpStatusCode.OK },
        { "paper.pdf", "application/pdf", "%PDF-1.7\n"u8.ToArray(), HttpStatusCode.OK },
        { "../../../etc/passwd.txt", "text/plain", "x"u8.ToArray(), HttpStatusCode.OK },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_taken_only_when_name_type_and_bytes_agree(string name, string type, byte[] content, HttpStatusCode expected)
    {
        using var asker = await DirectLineClient.StartAsync(host);
        Assert.Equal(expected, (await SendAsync(asker, (name, type, content))).StatusCode);
        if (expected == HttpStatusCode.OK)
        {
            var shown = (string)(await asker.WaitForAsync(1))[0]["attachments"]![0]!["name"]!;
            Assert.Equal(name.Split('/')[^1], shown);
        }
    }

    [Fact]
    public async Task A_file_above_ten_megabytes_is_refused()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        var large = new byte[(10 * 1024 * 1024) + 1];
        Array.Fill(large, (byte)'a');
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(asker, ("large.txt", "text/plain", large))).StatusCode);
    }

    [Fact]
    public async Task Too_many_files_no_file_and_no_form_are_refused()
    {
        using var asker = await DirectLineClient.StartAsync(host);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(asker, [.. Enumerable.Range(0, 5).Select(n => ($"{n}.png", "image/png", Png))])).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(asker)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await asker.PostAsync("{}", Address(asker))).StatusCode);
        using var broken = new StringContent("--x\r\nbroken", Encoding.UTF8);
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        Assert.Equal(HttpStatusCode.BadRequest, (await asker.Http.PostAsync(Address(asker), broken)).StatusCode);
    }

    private static string Address(DirectLineClient asker) => $"/v3/directline/conversations/{asker.ConversationId}/upload?userId=u1";

    internal static Task<HttpResponseMessage> SendAsync(DirectLineClient asker, params (string Name, string Type, byte[] Content)[] files) =>
        asker.Http.PostAsync(Address(asker), Form(files));

    private static MultipartFormDataContent Form(params (string Name, string Type, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        var activity = new StringContent("""{"type":"message","text":"","channelData":{"clientActivityID":"c9"}}""");
        activity.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        form.Add(activity, "activity", "blob");
        foreach (var (name, type, content) in files)
        {
            var part = new ByteArrayContent(content);
            if (type.Length > 0)
            {
                part.Headers.ContentType = new MediaTypeHeaderValue(type);
            }
            form.Add(part, "file", name);
        }
        return form;
    }

    private static byte[] Zip(params string[] entries)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create))
        {
            foreach (var entry in entries)
            {
                zip.CreateEntry(entry);
            }
        }
        return target.ToArray();
    }
}
