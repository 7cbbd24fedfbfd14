using System.IO.Compression;
using System.Net;
using MedtechBot.Channels;
using MedtechBot.Host.Tests.Desk;

namespace MedtechBot.Host.Tests.MyData;

public sealed class MyDataTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task An_asker_downloads_what_is_kept_erases_it_and_is_somebody_new_afterwards()
    {
        using var asker = host.NewClient();
        using var other = host.NewClient();
        var address = await AskAsync(asker);
        await AskAsync(other);

        using var archive = new ZipArchive(await (await asker.PostAsync("/my-data/download", Form())).Content.ReadAsStreamAsync());
        using var json = new StreamReader(archive.Entries.Single().Open());
        Assert.Contains(SmallKnowledge.Question, await json.ReadToEndAsync(), StringComparison.Ordinal);

        Assert.Contains("元に戻せません", await asker.GetStringAsync("/my-data/erase"), StringComparison.Ordinal);
        Assert.Contains("消去しました", await (await asker.PostAsync("/my-data/erase", Form())).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await asker.GetAsync(address)).StatusCode);
        Assert.Contains("保存されていません", await asker.GetStringAsync("/my-data"), StringComparison.Ordinal);
        Assert.Contains("質問と回答", await other.GetStringAsync("/my-data"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_an_open_ticket_is_told_that_it_is_withdrawn_and_can_still_erase_everything()
    {
        using var asker = host.NewClient();
        var address = await ConsultAsync(asker);
        var number = await NumberAsync(asker, address);

        var question = await asker.GetStringAsync("/my-data/erase");
        var erased = await asker.PostAsync("/my-data/erase", Form());

        Assert.Contains($"回答は届かなくなります: {number}", question, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, erased.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await asker.GetAsync(address)).StatusCode);
        using var sato = await DeskClient.SignedInAsync(host, "佐藤");
        Assert.Equal(HttpStatusCode.NotFound, (await sato.GetAsync("/desk/tickets/" + number)).Status);
    }

    [Fact]
    public async Task Another_site_erases_and_downloads_nothing()
    {
        using var asker = host.NewClient();
        var address = await AskAsync(asker);
        foreach (var action in new[] { "/my-data/erase", "/my-data/download" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = Form() };
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            Assert.Equal(HttpStatusCode.Forbidden, (await asker.SendAsync(request)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.OK, (await asker.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Who_was_never_here_is_told_that_nothing_is_kept()
    {
        using var stranger = host.NewClient();

        Assert.Contains("Nothing is kept", await stranger.GetStringAsync("/my-data?lang=en"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await stranger.GetAsync("/my-data/erase")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await stranger.PostAsync("/my-data/download", Form())).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await stranger.PostAsync("/my-data/erase", Form())).StatusCode);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static async Task<string> AskAsync(HttpClient asker) =>
        (await asker.PostAsync("/ask", Form(("q", SmallKnowledge.Question)))).Headers.Location!.ToString();

    private static async Task<string> ConsultAsync(HttpClient asker) =>
        (await asker.PostAsync("/ask/consult", Form(("step", "send"), ("submission", RandomId.Next()), ("summary", "相談"), ("chatOnly", "true")))).Headers.Location!.ToString();

    private static async Task<string> NumberAsync(HttpClient asker, string address) =>
        System.Text.RegularExpressions.Regex.Match(await asker.GetStringAsync(address), @"C-\d{4}-\d{4,}").Value;
}
