using MedtechBot.Answers;

namespace MedtechBot.Deliveries.Mail;

/// <summary>Subject and body of a mail, whoever it goes to.</summary>
public sealed record AskerMail(string Subject, string Body)
{
    public MailText To(string address) => new(address, Subject, Body);
}

/// <summary>
/// What askers are told by mail: that something happened, the ticket's number and their private link. Never what was written, since
/// mail is read on the way and by others.
/// </summary>
public static class AskerMails
{
    public static AskerMail ReplyArrived(string number, Uri link, Language language) => Mail(
        number, link, language,
        "ご相談 {0} に回答が届きました", "ご相談 {0} に、担当者から回答が届きました。",
        "A reply to your consultation {0}", "A coordinator has replied to your consultation {0}.");

    public static AskerMail QuestionAsked(string number, Uri link, Language language) => Mail(
        number, link, language,
        "ご相談 {0} について確認したいことがあります", "ご相談 {0} について、担当者から確認したいことがあります。お返事をいただくまで、対応をお待ちしています。",
        "A question about your consultation {0}", "A coordinator has a question about your consultation {0} and waits for your answer.");

    public static AskerMail Closed(string number, Uri link, Language language) => Mail(
        number, link, language,
        "ご相談 {0} は完了しました", "ご相談 {0} への対応が完了しました。解決していない場合は、下のページからお知らせください。",
        "Your consultation {0} is closed", "Your consultation {0} is closed. If it is not solved, please tell us on the page below.");

    public static AskerMail AddressChanged(string number, Uri link, Language language) => Mail(
        number, link, language,
        "ご相談 {0} のお知らせ先になりました", "ご相談 {0} のお知らせを、このメールアドレスにお送りします。お心当たりがない場合は、下のページでお知らせを止められます。",
        "Your consultation {0}: mail goes here now", "You will be told about consultation {0} at this address. If you know nothing of it, you can stop these mails on the page below.");

    private static AskerMail Mail(
        string number, Uri link, Language language, string japaneseSubject, string japanese, string englishSubject, string english) => language == Language.English
        ? new(With(englishSubject, number), $"""
            {With(english, number)}

            Read it here:
            {link.AbsoluteUri}

            The link is for you alone; please do not pass it on. This mail is sent automatically and replies to it are not read.
            """)
        : new(With(japaneseSubject, number), $"""
            {With(japanese, number)}

            内容は次のページでご覧いただけます。
            {link.AbsoluteUri}

            このリンクはご本人専用です。ほかの方に知らせないでください。このメールは自動で送っています。返信されてもお答えできません。
            """);

    private static string With(string text, string number) => text.Replace("{0}", number, StringComparison.Ordinal);
}
