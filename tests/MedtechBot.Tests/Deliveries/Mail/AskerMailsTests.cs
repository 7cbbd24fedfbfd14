using MedtechBot.Answers;
using MedtechBot.Deliveries.Mail;

namespace MedtechBot.Tests.Deliveries.Mail;

public sealed class AskerMailsTests
{
    private static readonly Uri Link = new("https://bot.example.jp/my/C-2026-0001/abc");

    private static readonly Func<string, Uri, Language, AskerMail>[] Mails = [AskerMails.ReplyArrived, AskerMails.QuestionAsked, AskerMails.Closed];

    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public void Each_names_the_ticket_and_leads_to_it_in_the_askers_language(Language language)
    {
        var mails = Mails.Select(mail => mail("C-2026-0001", Link, language)).ToList();

        Assert.All(mails, m =>
        {
            Assert.Contains("C-2026-0001", m.Subject, StringComparison.Ordinal);
            Assert.Contains("\n" + Link.AbsoluteUri + "\n", m.Body.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.DoesNotContain('\n', m.Subject);
            Assert.DoesNotContain("{0}", m.Subject + m.Body, StringComparison.Ordinal);
            Assert.Equal(language == Language.English, m.Body.All(char.IsAscii));
        });
        Assert.Equal(mails.Count, mails.Select(m => m.Subject).Distinct().Count());
    }
}
