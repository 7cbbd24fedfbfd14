using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Intake;
using MedtechBot.Coordination;

namespace MedtechBot.Tests.Coordination;

/// <summary>The buttons below messages about tickets in the chat.</summary>
public sealed class TicketButtonTests : IDisposable
{
    private readonly AskersChat _chat = new();

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task The_buttons_below_a_reply_say_whether_it_solved_the_matter()
    {
        var (conversation, number) = await TakenAsync();
        await _chat.ReplyAsync(number);
        var card = (await _chat.LastAsync(conversation)).Outgoing!.Card!;
        await _chat.PressAsync(conversation, card, 1);
        Assert.Equal(TicketStatus.InProgress, (await _chat.FindAsync(number)).Status);
        Assert.Contains("完了しました", (await _chat.PressAsync(conversation, card, 0)).Text, StringComparison.Ordinal);
        Assert.Equal((TicketStatus.Completed, TicketOutcome.Answered), ((await _chat.FindAsync(number)).Status, (await _chat.FindAsync(number)).Outcome));
    }

    [Fact]
    public async Task What_was_closed_without_a_reply_can_be_rated_and_called_unsolved_by_its_buttons()
    {
        var (conversation, number) = await TakenAsync();
        await _chat.CloseAsync(number, TicketOutcome.Duplicate);
        var card = (await _chat.LastAsync(conversation)).Outgoing!.Card!;
        Assert.Contains("1から5", (await _chat.PressAsync(conversation, card, 0, ("stars", "6"))).Text, StringComparison.Ordinal);
        Assert.Contains("ありがとうございます", (await _chat.PressAsync(conversation, card, 0, ("stars", "2"), ("comment", "説明がほしい"))).Text, StringComparison.Ordinal);
        Assert.Contains("対応を続けます", (await _chat.PressAsync(conversation, card, 1)).Text, StringComparison.Ordinal);
        var ticket = await _chat.FindAsync(number);
        var rated = Assert.Single(ticket.History.OfType<TicketRated>());
        Assert.Equal((2, "説明がほしい", TicketStatus.InProgress), (rated.Stars, rated.Comment, ticket.Status));
    }

    [Theory]
    [InlineData("自分の相談", "事前確認")]
    [InlineData("My consultations", "received")]
    [InlineData("相談の状況を教えてください", "受付")]
    public async Task Whoever_asks_for_their_consultations_reads_where_they_stand_and_where_to_open_them(string asked, string state)
    {
        var conversation = await _chat.StartAsync();
        var number = await _chat.OpenAsync(await _chat.StartAsync());
        await _chat.OpenAsync(await _chat.StartAsync("somebody else"));
        if (state == "事前確認")
        {
            await _chat.Tickets.ChangeAsync(number, t => TicketRules.StartCheck(t, "佐藤", t.OpenedAt));
        }
        var list = await _chat.SayAsync(conversation, asked);
        Assert.Contains($"[{number}](/consultations/{number}) **{state}**", list.Text, StringComparison.Ordinal);
        Assert.Single(list.Text.Split('\n'), line => line.StartsWith("- ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_has_no_consultation_is_told_so_and_a_question_about_consultations_is_the_bots()
    {
        var conversation = await _chat.StartAsync();
        var list = await _chat.SayAsync(conversation, IntakeConfirmation.MyConsultations(Language.Japanese));
        Assert.Equal(("担当者への相談は、まだありません。", null), (list.Text, list.Card));
        Assert.NotNull((await _chat.SayAsync(conversation, "相談の状況によって費用は変わりますか")).Answer);
    }

    [Fact]
    public async Task The_card_below_the_list_adds_to_the_chosen_ticket_once_however_often_it_is_pressed()
    {
        var conversation = await _chat.StartAsync();
        var (first, second) = (await _chat.OpenAsync(conversation), await _chat.OpenAsync(conversation));
        var card = (await _chat.SayAsync(conversation, "自分の相談")).Card!;
        Assert.Equal([second.Value, first.Value], card["body"]![0]!["choices"]!.AsArray().Select(c => (string?)c!["value"]));
        for (var pressed = 0; pressed < 2; pressed++)
        {
            Assert.Contains("担当者が決まりしだい", (await _chat.PressAsync(conversation, card, 0, ("ticket", first.Value), ("text", "患者の山田太郎さん(72歳)に使いました"))).Text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("山田", Assert.Single(await _chat.WrittenAsync(first)), StringComparison.Ordinal);
        await _chat.TakeAsync(first);
        Assert.Contains("佐藤さんに伝えました", (await _chat.PressAsync(conversation, card, 0, ("ticket", first.Value), ("text", "別の追記"))).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await _chat.WrittenAsync(first)).Count);
        Assert.Empty(await _chat.WrittenAsync(second));

        Assert.Contains("ご記入ください", (await _chat.PressAsync(conversation, card, 0, ("ticket", first.Value), ("text", " "))).Text, StringComparison.Ordinal);
        Assert.Contains("10,000文字以内", (await _chat.PressAsync(conversation, card, 0, ("ticket", first.Value), ("text", new string('あ', 10_001)))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_is_withdrawn_after_it_was_said_twice()
    {
        var conversation = await _chat.StartAsync();
        var number = await _chat.OpenAsync(conversation);
        var sure = await _chat.PressAsync(conversation, (await _chat.SayAsync(conversation, "My consultations")).Card!, 1);
        Assert.Contains("If you are sure", sure.Text, StringComparison.Ordinal);
        Assert.False((await _chat.FindAsync(number)).IsClosed);
        Assert.Contains("was withdrawn", (await _chat.PressAsync(conversation, sure.Card!, 0)).Text, StringComparison.Ordinal);
        Assert.Equal(TicketOutcome.Withdrawn, (await _chat.FindAsync(number)).Outcome);
        Assert.Null((await _chat.SayAsync(conversation, "My consultations")).Card);
    }

    [Fact]
    public async Task No_button_reaches_somebody_elses_ticket()
    {
        var (conversation, number) = await TakenAsync();
        await _chat.ReplyAsync(number);
        JsonObject[] cards = [(await _chat.LastAsync(conversation)).Outgoing!.Card!, (await _chat.SayAsync(conversation, "自分の相談")).Card!];
        var version = (await _chat.FindAsync(number)).Version;
        var other = await _chat.StartAsync("somebody else");
        foreach (var card in cards)
        {
            for (var button = 0; button < 2; button++)
            {
                Assert.Contains("見つかりませんでした", (await _chat.PressAsync(other, card, button, ("stars", "1"), ("text", "乗っ取り"), ("sure", "true"))).Text, StringComparison.Ordinal);
            }
        }
        Assert.Equal(version, (await _chat.FindAsync(number)).Version);
    }

    private async Task<(ConversationRow Conversation, TicketNumber Number)> TakenAsync()
    {
        var conversation = await _chat.StartAsync();
        var number = await _chat.OpenAsync(conversation);
        await _chat.TakeAsync(number);
        return (conversation, number);
    }
}
