using MedtechBot.Host.Tests.Desk;
using MedtechBot.People;
using MedtechBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.People;

public sealed class TicketAuditTests(ProductHost host) : IClassFixture<ProductHost>
{
    [Fact]
    public async Task Who_saw_and_changed_a_ticket_is_noted_and_what_was_refused_as_well()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host, "秘密の要旨");
        var ticket = "/desk/tickets/" + number;
        using var sato = await DeskClient.SignedInAsync(host, "佐藤", Role.Coordinator);
        using var suzuki = await DeskClient.SignedInAsync(host, "鈴木", Role.Coordinator);
        await sato.SendFormAsync(ticket, ticket + "/take");
        await suzuki.SendFormAsync("/desk", ticket + "/take");
        await sato.SendFormAsync(ticket, ticket + "/reply", ("text", "秘密の回答"));

        var lines = await LinesAsync(number);

        Assert.Equal(
            ["佐藤 viewed Done", "佐藤 took Done", "鈴木 took Refused", "佐藤 viewed Done", "佐藤 replied Done"],
            lines.Select(l => $"{l.ActorName} {l.Action} {l.Outcome}"));
        Assert.All(lines, l => Assert.NotNull(l.ActorId));
    }

    [Fact]
    public async Task A_role_that_does_not_suffice_is_noted_with_the_ticket_it_was_tried_on()
    {
        var (number, _) = await DeskClient.OpenTicketAsync(host);
        using var expert = await DeskClient.SignedInAsync(host, "専門家", Role.Expert);
        await expert.GetAsync("/desk/tickets/" + number);

        var line = Assert.Single(await LinesAsync(number));

        Assert.Equal(("専門家", "viewed", AuditOutcome.Refused), (line.ActorName, line.Action, line.Outcome));
    }

    [Fact]
    public async Task Who_listed_and_searched_is_noted_once_in_a_while_and_without_the_words()
    {
        using var reader = await DeskClient.SignedInAsync(host, "一覧を見る人", Role.Coordinator);
        for (var i = 0; i < 3; i++)
        {
            await reader.GetAsync("/desk");
            await reader.GetAsync("/desk?q=%E7%A7%98%E5%AF%86%E3%81%AE%E8%AA%9E");
        }

        await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        var lines = await context.Set<AuditRow>().Where(a => a.ActorName == "一覧を見る人" && (a.Action == "listed" || a.Action == "searched")).OrderBy(a => a.Id).ToListAsync();
        Assert.Equal(["listed", "searched"], lines.Select(l => l.Action));
        Assert.All(lines, l => Assert.Equal((null, null), (l.Ticket, l.SubjectName)));
    }

    private async Task<List<AuditRow>> LinesAsync(string number)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        return await context.Set<AuditRow>().AsNoTracking().Where(a => a.Ticket == number).OrderBy(a => a.Id).ToListAsync();
    }
}
