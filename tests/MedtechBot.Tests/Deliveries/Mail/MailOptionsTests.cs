using MedtechBot.Deliveries.Mail;

namespace MedtechBot.Tests.Deliveries.Mail;

public sealed class MailOptionsTests
{
    private static readonly MailOptions Good = new() { Host = "mail.example.jp", From = "相談デスク <desk@example.jp>", User = "desk", Password = "geheim" };

    [Fact]
    public void Without_a_host_there_is_no_mail_and_nothing_to_complain_about() =>
        Assert.Equal((false, null), (new MailOptions { From = "nonsense" }.IsMailEnabled, new MailOptions { From = "nonsense" }.Problem()));

    [Fact]
    public void What_can_work_is_taken()
    {
        Assert.Null(Good.Problem());
        Assert.Null((Good with { User = null, Password = null, StartTls = false }).Problem());
        Assert.Null((Good with { Host = "localhost", StartTls = false }).Problem());
        Assert.Null((Good with { Host = "::1", StartTls = false }).Problem());
    }

    [Fact]
    public void What_cannot_is_named()
    {
        Assert.Equal(MailProblem.Host, (Good with { Host = "mail server" }).Problem());
        Assert.Equal(MailProblem.Port, (Good with { Port = 0 }).Problem());
        Assert.Equal(MailProblem.From, (Good with { From = null }).Problem());
        Assert.Equal(MailProblem.From, (Good with { From = "desk@example.jp\r\nBcc: a@example.jp" }).Problem());
        Assert.Equal(MailProblem.From, (Good with { From = "a@example.jp, b@example.jp" }).Problem());
        Assert.Equal(MailProblem.User, (Good with { Password = "" }).Problem());
        Assert.Equal(MailProblem.User, (Good with { User = "" }).Problem());
    }

    [Fact]
    public void A_password_never_leaves_the_machine_in_the_clear() =>
        Assert.Equal(MailProblem.StartTls, (Good with { StartTls = false }).Problem());
}
