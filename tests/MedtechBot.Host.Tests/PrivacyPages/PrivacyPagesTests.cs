using System.Net;
using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Deliveries;
using MedtechBot.Repeats;

namespace MedtechBot.Host.Tests.PrivacyPages;

public sealed class PrivacyPagesTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Theory]
    [InlineData("/privacy", "保存するもの", "運営者の名称と連絡先は、まだ設定されていません")]
    [InlineData("/privacy?lang=en", "What is kept", "The operator has not entered a name and contact yet")]
    [InlineData("/terms", "法律上の助言", "運営者の名称と連絡先は、まだ設定されていません")]
    [InlineData("/terms?lang=en", "no legal advice", "The operator has not entered a name and contact yet")]
    public async Task Both_pages_speak_both_languages_and_say_when_the_operator_is_not_named(string address, string said, string unset)
    {
        using var visitor = host.NewClient();

        var page = await visitor.GetStringAsync(address);

        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains(unset, page, StringComparison.Ordinal);
        Assert.DoesNotContain("MedtechBot:Operator", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/ask")]
    [InlineData("/ask/consult")]
    [InlineData("/knowledge")]
    [InlineData("/knowledge/test-support")]
    [InlineData("/no-such-page")]
    public async Task Every_page_leads_to_them(string address)
    {
        using var visitor = host.NewClient();
        visitor.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        var page = await (await visitor.GetAsync(address)).Content.ReadAsStringAsync();

        Assert.All(["/privacy", "/terms", "/my-data"], link => Assert.Contains($"href=\"{link}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_operator_and_the_periods_are_those_of_the_settings_and_nothing_in_them_is_markup()
    {
        var own = new NamedHost();
        try
        {
            using var visitor = own.NewClient();
            var page = WebUtility.HtmlDecode(await visitor.GetStringAsync("/privacy"));

            Assert.Contains("最後のやりとりから90日", page, StringComparison.Ordinal);
            Assert.Contains("完了から3年", page, StringComparison.Ordinal);
            Assert.Contains("大阪商工会議所 <相談デスク>", page, StringComparison.Ordinal);
            Assert.Contains("href=\"mailto:desk@example.jp\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<相談デスク>", await visitor.GetStringAsync("/privacy"), StringComparison.Ordinal);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_is_said_of_fields_and_periods_is_what_the_code_does()
    {
        var own = new NamedHost();
        try
        {
            using var visitor = own.NewClient();
            var japanese = WebUtility.HtmlDecode(await visitor.GetStringAsync("/privacy"));
            var english = WebUtility.HtmlDecode(await visitor.GetStringAsync("/privacy?lang=en"));

            Assert.All(["prefecture", "organisation", "name"], id => Assert.Contains(IntakeInputs.Details.Single(i => i.Id == id).Japanese, japanese, StringComparison.Ordinal));
            Assert.Contains($"最後に保存してから{IntakeDrafts.KeptFor.TotalDays}日", japanese, StringComparison.Ordinal);
            Assert.Contains($"{IntakeDrafts.KeptFor.TotalDays} days from when it was last kept", english, StringComparison.Ordinal);
            Assert.Contains($"あきらめてから{OutboxUpkeep.KeepGivenUp.TotalDays}日", japanese, StringComparison.Ordinal);
            Assert.Contains($"{OutboxUpkeep.KeepGivenUp.TotalDays} days from when sending it was given up", english, StringComparison.Ordinal);
            Assert.Contains($"相談の控え: {KeptAnswers.KeptFor.TotalDays}日", japanese, StringComparison.Ordinal);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task Who_is_said_to_read_a_consultation_reads_it_and_nobody_else()
    {
        using var visitor = host.NewClient();
        var said = WebUtility.HtmlDecode(await visitor.GetStringAsync("/privacy"));
        var confidential = Ticket.Replay(TicketNumber.Of(2026, 1), "c",
        [
            new TicketOpened(default, "発明", null, Language.Japanese, new IntakeDetails { IsConfidential = true }),
            new TicketTaken(default, "佐藤"),
            new TicketShared(default, "佐藤", "専門家"),
        ]);

        Assert.Contains($"「{IntakeInputs.Confidential.Japanese}」を選ばれた相談を読めるのは、担当になった人、その人が共有した専門家、管理者だけです", said, StringComparison.Ordinal);
        Assert.All<TicketReader>([new("佐藤", TicketReach.Desk), new("専門家", TicketReach.Shared), new("管理", TicketReach.Everything)],
            reader => Assert.Equal(TicketSight.Full, reader.SightOf(confidential)));
        Assert.Contains("ほかの担当者に見えるのは、番号や状態だけです", said, StringComparison.Ordinal);
        Assert.Equal(TicketSight.Outline, new TicketReader("鈴木", TicketReach.Desk).SightOf(confidential));
        Assert.Equal(TicketSight.None, new TicketReader("ほかの専門家", TicketReach.Shared).SightOf(confidential));
        Assert.Contains($"フォームで「{IntakeInputs.Share.Japanese}」を選ばれたときだけ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/terms")]
    [InlineData("/terms?lang=en")]
    public async Task The_terms_send_inventions_where_they_are_welcome(string address)
    {
        using var visitor = host.NewClient();
        var said = WebUtility.HtmlDecode(await visitor.GetStringAsync(address));
        var label = address.EndsWith("en", StringComparison.Ordinal) ? IntakeInputs.Confidential.English : IntakeInputs.Confidential.Japanese;
        Assert.Contains(label, said, StringComparison.Ordinal);
    }

    private sealed class NamedHost : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
        {
            ["MedtechBot:Operator:Name"] = "大阪商工会議所 <相談デスク>",
            ["MedtechBot:Operator:Contact"] = "desk@example.jp",
            ["MedtechBot:PublicUrl"] = "https://desk.example.jp",
            ["MedtechBot:Mail:Host"] = "127.0.0.1",
            ["MedtechBot:Mail:From"] = "desk@example.jp",
            ["MedtechBot:Retention:ConversationDays"] = "90",
            ["MedtechBot:Retention:TicketDays"] = "1095",
        };
    }
}
