using MedtechBot.Answers;
using MedtechBot.Consultations;
using MedtechBot.Consultations.Similar;

namespace MedtechBot.Tests.Consultations.Similar;

public sealed class ReusableReplyTests
{
    [Fact]
    public void It_says_what_was_answered_and_not_to_whom() => Assert.Equal(
        "[組織名]の[氏名]様\n薬務課にご相談ください。控えは[メールアドレス]にお送りします。",
        Of(new IntakeDetails { Name = "山田 太郎", Organisation = "株式会社試作" }, "株式会社試作の山田様\n薬務課にご相談ください。控えはtaro@example.jpにお送りします。"));

    [Fact]
    public void The_reply_that_says_most_is_offered() =>
        Assert.Equal("まず薬務課にご相談ください。", Of(null, "まず薬務課にご相談ください。", "どういたしまして。"));

    [Fact]
    public void Where_nothing_was_answered_nothing_is_offered() => Assert.Null(Of(null));

    private static string? Of(IntakeDetails? details, params string[] replies) => ReusableReply.Of(
        [new TicketOpened(Tickets.Noon, "相談", null, Language.Japanese, details), .. replies.Select(r => new ReplyWritten(Tickets.Noon, Tickets.Sato, "r", r))]);
}
