using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using MedtechBot.Turns;

namespace MedtechBot.Tests.Coordination;

public sealed class AskerThreadTests : IDisposable
{
    private readonly AskersChat _chat = new();

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task From_the_taking_on_what_is_written_goes_to_whoever_is_in_charge_and_the_bot_answers_when_asked_to()
    {
        var conversation = await _chat.StartAsync();
        var number = await _chat.OpenAsync(conversation);
        Assert.NotNull((await _chat.SayAsync(conversation, "届出の窓口はどこですか")).Answer);

        await _chat.TakeAsync(number);
        var told = await _chat.SayAsync(conversation, "届出の窓口はどこですか");
        Assert.StartsWith($"佐藤さんに伝えました({number})。ボットの回答も", told.Text, StringComparison.Ordinal);
        Assert.Equal("届出の窓口はどこですか", Assert.Single(await _chat.WrittenAsync(number)));

        Assert.NotNull((await _chat.SayAsync(conversation, Assert.Single(told.Suggestions))).Answer);
        Assert.Equal(EscalationReason.AskedForPerson, (await _chat.SayAsync(conversation, "担当者に相談したい")).Answer?.Escalation);
        Assert.Single(await _chat.WrittenAsync(number));
    }

    [Theory]
    [InlineData("まだ解決していません。書類が足りないと言われました")]
    [InlineData("先方に断られてしまいました")]
    [InlineData("教えていただいた窓口では対象外でした。この件はどうすればよいですか?")]
    [InlineData("Unfortunately it is not solved yet")]
    public async Task After_closing_what_goes_on_with_the_matter_opens_it_again(string text)
    {
        var (conversation, number) = await ClosedAsync();
        var told = await _chat.SayAsync(conversation, text);
        Assert.Contains("再開し、佐藤さんに伝えました", told.Text, StringComparison.Ordinal);
        Assert.Equal((TicketStatus.InProgress, text), ((await _chat.FindAsync(number)).Status, Assert.Single(await _chat.WrittenAsync(number))));
    }

    [Theory]
    [InlineData("ISO 13485とは何ですか")]
    [InlineData("滅菌バリデーション")]
    [InlineData("How do I apply for approval")]
    public async Task After_closing_a_new_question_is_the_bots(string text)
    {
        var (conversation, number) = await ClosedAsync();
        Assert.NotNull((await _chat.SayAsync(conversation, text)).Answer);
        // What follows upon its answer is no word to the desk, unless it says so.
        Assert.NotNull((await _chat.SayAsync(conversation, "社内で使う資料を作っています。")).Answer);
        Assert.True((await _chat.FindAsync(number)).IsClosed);
        Assert.Null((await _chat.SayAsync(conversation, "先日の件ですが、まだ解決していません")).Answer);
        Assert.False((await _chat.FindAsync(number)).IsClosed);
    }

    [Theory]
    [InlineData("ありがとうございました")]
    [InlineData("Thank you very much!")]
    public async Task Thanks_after_closing_open_nothing_again(string text)
    {
        var (conversation, number) = await ClosedAsync();
        var told = await _chat.SayAsync(conversation, text);
        Assert.Equal((number.Value, null), (told.Ticket, told.Answer));
        Assert.True((await _chat.FindAsync(number)).IsClosed);
    }

    [Fact]
    public async Task After_two_months_the_bot_answers_and_by_number_the_asker_hears_that_it_is_too_late()
    {
        var (conversation, number) = await ClosedAsync();
        await _chat.PassAsync(TimeSpan.FromDays(61));
        Assert.NotNull((await _chat.SayAsync(conversation, "まだ解決していません")).Answer);
        Assert.Contains("追加できません", (await _chat.SayAsync(conversation, $"{number}: まだ解決していません")).Text, StringComparison.Ordinal);
        Assert.True((await _chat.FindAsync(number)).IsClosed);
    }

    [Fact]
    public async Task With_several_tickets_the_asker_hears_which_one_it_went_to_and_chooses_another_by_its_number()
    {
        var conversation = await _chat.StartAsync();
        var (first, second) = (await _chat.OpenAsync(conversation), await _chat.OpenAsync(conversation));
        await _chat.TakeAsync(first);
        await _chat.TakeAsync(second, "鈴木");
        await _chat.ReplyAsync(first);

        var told = await _chat.SayAsync(conversation, "在宅で使います");
        Assert.Contains($"佐藤さんに伝えました({first})。別の相談あてのときは、はじめに番号を付けてお送りください(例: 「{second}: …」)", told.Text, StringComparison.Ordinal);

        Assert.Contains($"鈴木さんに伝えました({second})", (await _chat.SayAsync(conversation, told.Suggestions[1])).Text, StringComparison.Ordinal);
        // The talk goes on with the one that was chosen.
        await _chat.SayAsync(conversation, "一日に三回です");
        await _chat.SayAsync(conversation, $"{first.Value.Replace("C-", "Ｃー", StringComparison.Ordinal)}：病院では使いません");
        Assert.Equal(["在宅で使います", "病院では使いません"], await _chat.WrittenAsync(first));
        Assert.Equal(["在宅で使います", "一日に三回です"], await _chat.WrittenAsync(second));
    }

    [Fact]
    public async Task By_its_number_a_ticket_is_added_to_before_anybody_has_taken_it_but_never_anybody_elses()
    {
        var conversation = await _chat.StartAsync();
        var number = await _chat.OpenAsync(await _chat.StartAsync());
        Assert.Contains("担当者が決まりしだい", (await _chat.SayAsync(conversation, $"{number}: 期限は来月です")).Text, StringComparison.Ordinal);
        Assert.Equal("期限は来月です", Assert.Single(await _chat.WrittenAsync(number)));

        Assert.NotNull((await _chat.SayAsync(await _chat.StartAsync("somebody else"), $"{number}: 乗っ取り")).Answer);
        Assert.Single(await _chat.WrittenAsync(number));
    }

    [Fact]
    public async Task A_secret_goes_into_a_confidential_ticket_and_stands_nowhere_else()
    {
        const string Secret = "出願前の発明ですが、カテーテルの先端に形状記憶合金を使い、体温で曲がる構造にしました";
        var conversation = await _chat.StartAsync();
        var number = await _chat.OpenAsync(conversation, new IntakeDetails { IsConfidential = true });
        await _chat.TakeAsync(number);
        var told = await _chat.SayAsync(conversation, Secret);
        Assert.Contains("佐藤さんに伝えました", told.Text, StringComparison.Ordinal);
        Assert.Contains($"](/consultations/{number})", told.Text, StringComparison.Ordinal);
        Assert.Empty(told.Suggestions);
        Assert.Equal(Secret, Assert.Single(await _chat.WrittenAsync(number)));
        Assert.DoesNotContain(await _chat.Conversations.ReadAsync(conversation.Id, -1), a => (a.Incoming?.Text + a.Outgoing?.Text).Contains("形状記憶", StringComparison.Ordinal));

        Assert.Equal(EscalationReason.Confidential, (await _chat.SayAsync(conversation, "ボットに聞く: " + Secret)).Answer?.Escalation);
        Assert.Single(await _chat.WrittenAsync(number));
    }

    [Fact]
    public async Task A_secret_is_not_passed_on_where_the_whole_desk_could_read_it_and_the_asker_is_told_so()
    {
        var conversation = await _chat.StartAsync();
        var number = await _chat.OpenAsync(conversation);
        await _chat.TakeAsync(number);
        var told = await _chat.SayAsync(conversation, "出願前の発明ですが、カテーテルの先端に形状記憶合金を使い、体温で曲がる構造にしました");
        Assert.Equal(EscalationReason.Confidential, told.Answer?.Escalation);
        Assert.Contains("担当者にも伝えていません", told.Text, StringComparison.Ordinal);
        Assert.Empty(await _chat.WrittenAsync(number));
    }

    [Fact]
    public async Task A_long_message_is_passed_on_and_kept_whole_and_one_beyond_the_limit_is_asked_to_be_shortened()
    {
        Assert.Equal(TicketTexts.Longest, ConversationTurns.LongestKept);
        var conversation = await _chat.StartAsync();
        var number = await _chat.OpenAsync(conversation);
        await _chat.TakeAsync(number);
        var longest = new string('長', TicketTexts.Longest);
        await _chat.SayAsync(conversation, longest);
        Assert.Equal(longest, Assert.Single(await _chat.WrittenAsync(number)));
        Assert.Contains(await _chat.Conversations.ReadAsync(conversation.Id, -1), a => a.Incoming?.Text == longest);

        Assert.Contains("10,000文字以内", (await _chat.SayAsync(conversation, longest + "い")).Text, StringComparison.Ordinal);
        Assert.Single(await _chat.WrittenAsync(number));
    }

    [Fact]
    public async Task How_to_reach_the_asker_goes_to_the_person_but_not_into_the_buttons()
    {
        var conversation = await _chat.StartAsync();
        var number = await _chat.OpenAsync(conversation, language: Language.English);
        await _chat.TakeAsync(number, "API: CRM");
        var told = await _chat.SayAsync(conversation, "Please call 090-1234-5678");
        Assert.Contains("090-1234-5678", Assert.Single(await _chat.WrittenAsync(number)), StringComparison.Ordinal);
        Assert.Equal($"Passed on to the desk ({number}).", told.Text);
        Assert.DoesNotContain("1234", Assert.Single(told.Suggestions), StringComparison.Ordinal);
    }

    private async Task<(ConversationRow Conversation, TicketNumber Number)> ClosedAsync()
    {
        var conversation = await _chat.StartAsync();
        var number = await _chat.OpenAsync(conversation);
        await _chat.TakeAsync(number);
        await _chat.CloseAsync(number);
        Assert.Contains("この会話でお知らせください", (await _chat.LastAsync(conversation)).Outgoing!.Text, StringComparison.Ordinal);
        return (conversation, number);
    }
}
