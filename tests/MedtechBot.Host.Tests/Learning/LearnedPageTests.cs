using System.Net;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Learning;

public sealed class LearnedPageTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task A_question_found_helpful_is_on_the_page_until_a_coordinator_takes_it_out_and_that_is_noted()
    {
        await AskerWithThumb.PressAsync(host, SmallKnowledge.Question);
        using var coordinator = await DeskClient.SignedInAsync(host, "学習の担当", Role.Coordinator);
        var page = await coordinator.GetAsync("/desk/learned");
        var html = WebUtility.HtmlDecode(page.Html);
        Assert.Contains(SmallKnowledge.Question, html, StringComparison.Ordinal);
        Assert.Contains("役に立った 1", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/knowledge/test-support#fee\"", html, StringComparison.Ordinal);

        var answer = await coordinator.SendFormAsync(page, "/desk/learned/remove", ("state", "counts"));
        Assert.Equal((HttpStatusCode.SeeOther, "/desk/learned?state=counts"), (answer.Status, answer.Location));
        Assert.DoesNotContain(SmallKnowledge.Question, WebUtility.HtmlDecode((await coordinator.GetAsync("/desk/learned?state=counts")).Html), StringComparison.Ordinal);

        await AskerWithThumb.PressAsync(host, SmallKnowledge.Question);
        var removed = await coordinator.GetAsync("/desk/learned?state=removed&by=day");
        Assert.Contains("役に立った 2", WebUtility.HtmlDecode(removed.Html), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.SendFormAsync(removed, "/desk/learned/restore")).Status);
        Assert.Contains("使用中", WebUtility.HtmlDecode((await coordinator.GetAsync("/desk/learned?state=counts")).Html), StringComparison.Ordinal);

        var lines = await host.Services.GetRequiredService<AuditLog>().ReadAsync(new AuditFilter(null, null, null), 20);
        Assert.Equal([AuditActions.RestoredLearned, AuditActions.RemovedLearned], lines.Where(l => l.ActorName == "学習の担当" && l.Action.EndsWith("question", StringComparison.Ordinal)).Select(l => l.Action));
    }

    [Theory]
    [InlineData("?by=x&state=17&how=%00&q=%F0%9F%98%80")]
    [InlineData("?state=removed,held&q=%25&q=_")]
    public async Task What_is_no_filter_does_no_harm(string query)
    {
        using var coordinator = await DeskClient.SignedInAsync(host, "学習の担当", Role.Coordinator);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.GetAsync("/desk/learned" + query)).Status);
    }

    [Fact]
    public async Task Experts_do_not_see_it_in_the_menu()
    {
        using var expert = await DeskClient.SignedInAsync(host, "見るだけの専門家", Role.Expert);
        Assert.DoesNotContain("/desk/learned", (await expert.GetAsync("/desk")).Html, StringComparison.Ordinal);
    }
}
