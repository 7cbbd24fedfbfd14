using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Host.Teams;
using MedtechBot.Host.Teams.Coordinators;
using MedtechBot.Host.Tests.Replies;
using MedtechBot.People;

namespace MedtechBot.Host.Tests.Teams.Coordinators;

/// <summary>The card of a ticket, as the golden files beside the replies hold it.</summary>
public sealed class TicketCardTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);
    private static readonly Person Holder = new("p1", "佐藤 花子", Role.Coordinator);
    private static readonly Person Other = new("p2", "鈴木", Role.Admin);

    private static readonly TicketOpened Opened =
        new(At, "内視鏡の[部品](https://evil.example)の**薬事**\n相談です。" + new string('あ', 300), "asker@example.jp", Language.Japanese, new IntakeDetails { Prefecture = "福島県", Organisation = "会社名", Name = "氏名" });

    private static readonly TicketRouted Routed = new(At, ["regulatory"], "High", 2, "薬事の窓口", "東北", []);
    private static readonly TicketTaken Taken = new(At, Holder.Name);
    private static readonly ReplyWritten Replied = new(At, Holder.Name, new string('r', 16), "承認が必要です。");

    public static TheoryData<string> Cards => [.. Views().Keys];

    [Theory]
    [MemberData(nameof(Cards))]
    public void Each_state_and_each_viewer_has_its_card(string name) => GoldenFile.Holds("teams-desk", name, TicketCard.Of(Views()[name]));

    [Theory]
    [MemberData(nameof(Cards))]
    public void Every_card_can_be_drawn_on_a_phone_and_names_no_asker(string name)
    {
        var card = TicketCard.Of(Views()[name]);

        var json = card.ToJsonString(TeamsJson.Options);
        Assert.DoesNotContain("\"Table\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"label\"", json, StringComparison.Ordinal);
        Assert.All(["asker@example.jp", "会社名", "氏名"], secret => Assert.DoesNotContain(secret, json, StringComparison.Ordinal));
        Assert.InRange(card["actions"]!.AsArray().Count, 1, 6);
        Assert.NotEmpty((string)card["fallbackText"]!);
        Assert.InRange(card["refresh"]?["userIds"]?.AsArray().Count ?? 0, 0, 60);
        Assert.InRange(TeamsShape.SizeOf(card), 0, TeamsLimits.LargestActivity / 2);
    }

    [Fact]
    public void Of_a_confidential_ticket_it_says_number_and_state_to_everybody_and_takes_nothing_but_the_charge()
    {
        var secret = Ticket(Opened with { Details = Opened.Details! with { IsConfidential = true } }, Routed, Taken);
        foreach (var viewer in new[] { null, Holder, Other })
        {
            var json = TicketCard.Of(View(secret) with { Viewer = viewer }).ToJsonString(TeamsJson.Options);

            Assert.All(["内視鏡", "福島県", "regulatory", "薬事", "Action.ShowCard"], word => Assert.DoesNotContain(word, json, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Files_are_named_to_those_alone_who_may_read_the_ticket()
    {
        foreach (var (isConfidential, viewer, isNamed) in new[] { (false, null, false), (false, Other, true), (false, new Person("p3", "専門家", Role.Expert), false), (true, Holder, false) })
        {
            var json = TicketCard.Of(View(WithFiles(isConfidential)) with { Viewer = viewer }).ToJsonString(TeamsJson.Options);

            Assert.Equal(isNamed, json.Contains("山田太郎", StringComparison.Ordinal));
            Assert.Equal(!isConfidential, json.Contains("添付ファイル: 2件", StringComparison.Ordinal));
            Assert.DoesNotContain("返信に付けた", json, StringComparison.Ordinal);
        }
    }

    private static Ticket WithFiles(bool isConfidential) => Ticket(
        Opened with { Details = Opened.Details! with { IsConfidential = isConfidential }, Files = [new("f1", "山田太郎_[図面](x).pdf", "application/pdf", 120_000)] }, Routed, Taken,
        Replied with { Files = [new("f2", "返信に付けた表.xlsx", "application/octet-stream", 1)] },
        new AskerWrote(At, "m1", "追加です", [new("f3", "写真.png", "image/png", 2_500_000)]));

    private static Dictionary<string, TicketCardView> Views()
    {
        var free = Ticket(Opened, Routed);
        var held = Ticket(Opened, Routed, Taken, Replied);
        return new Dictionary<string, TicketCardView>
        {
            ["free"] = View(free),
            ["free-for-an-expert"] = View(free) with { Viewer = new Person("p3", "専門家", Role.Expert) },
            ["held"] = View(held),
            ["held-for-its-holder"] = View(held) with { Viewer = Holder },
            ["held-for-another"] = View(held) with { Viewer = Other },
            ["refused"] = View(held) with { Viewer = Holder, Notice = "この相談は更新されました。", IsRefusal = true, Typed = new JsonObject { ["reply"] = "書きかけの返信" } },
            ["asker-wrote"] = View(Ticket(Opened, Routed, Taken, Replied, new AskerWrote(At, "m1", "追加です"))),
            ["files"] = View(WithFiles(isConfidential: false)),
            ["files-for-another"] = View(WithFiles(isConfidential: false)) with { Viewer = Other },
            ["referred"] = View(Ticket(Opened, Routed, Taken, new TicketReferred(At, Holder.Name, new string('f', 16), "県の薬務課", "所管のため"))),
            ["closed"] = View(Ticket(Opened, Routed, Taken, Replied, new TicketClosed(At, Holder.Name, TicketOutcome.Answered))),
            ["confidential"] = View(Ticket(Opened with { Details = Opened.Details! with { IsConfidential = true } }, Routed)),
        };
    }

    private static TicketCardView View(Ticket ticket) =>
        new(ticket, ticket.Route?.Topics ?? [], "2026年11月25日(水)まで・期日まで余裕あり", new Uri("https://bot.example.jp/desk/tickets/C-2026-0001"), ["29:sato", "29:suzuki"]);

    private static Ticket Ticket(params TicketEvent[] events)
    {
        Assert.True(TicketNumber.TryParse("C-2026-0001", out var number));
        return MedtechBot.Consultations.Ticket.Replay(number, "conversation", events);
    }
}
