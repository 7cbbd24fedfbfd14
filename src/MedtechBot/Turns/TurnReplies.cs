using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;

namespace MedtechBot.Turns;

/// <summary>The replies of <see cref="ConversationTurns"/>, and what is said where there is no answer to give.</summary>
internal static class TurnReplies
{
    public static OutgoingMessage Answered(string turnId, Answer answer, string? note, JsonObject? card) => new()
    {
        DeliveryKey = "turn:" + turnId,
        TurnId = turnId,
        Text = note is null ? answer.Text : answer.Text + "\n\n" + note,
        Answer = answer,
        Card = card,
        Suggestions = answer.OffersConsultation && card is null ? [.. answer.Suggestions, TalkToPerson(answer.Language)] : answer.Suggestions,
    };

    public static OutgoingMessage Empty(string activityId, Language? language) => Plain(activityId, language,
        "ご質問を文字で入力してください。", "Please write your question as text.");

    public static OutgoingMessage TooLong(string activityId, Language? language) => Plain(activityId, language,
        $"メッセージが長すぎます。{ConversationTurns.LongestQuestion:N0}文字以内に短くして、もう一度お送りください。",
        $"The message is too long. Please shorten it to {ConversationTurns.LongestQuestion:N0} characters and send it again.");

    public static OutgoingMessage FilesKept(string activityId, Language? language) =>
        Plain(activityId, language, FilesNote(Language.Japanese), FilesNote(Language.English)) with
        {
            Suggestions = [TalkToPerson(language ?? Language.Japanese)],
        };

    public static OutgoingMessage Remark(string activityId, string remark) => Plain(activityId, null, remark, remark);

    public static OutgoingMessage UnknownForm(string activityId, Language? language) => Plain(activityId, language,
        "このフォームは受け付けられませんでした。お手数ですが、ご質問を文字でお送りください。",
        "This form could not be accepted. Please send your question as text.");

    public static OutgoingMessage Failed(string activityId, Language? language) => Plain(activityId, language,
        "申し訳ありません。回答の途中で問題が起きました。少し待ってから、もう一度お送りください。",
        "Sorry, something went wrong while answering. Please wait a moment and send it again.");

    public static string FilesNote(Language language) => language == Language.English
        ? "The file was received. The bot does not read files; they are passed on to a person together with a consultation."
        : "ファイルを受け取りました。ボットはファイルの内容を読みません。専門家への相談とあわせて担当者にお渡しします。";

    private static string TalkToPerson(Language language) => language == Language.English ? "I would like to talk to a person" : "担当者に相談したい";

    private static OutgoingMessage Plain(string activityId, Language? language, string japanese, string english) => new()
    {
        DeliveryKey = "reply:" + activityId,
        Text = language == Language.English ? english : japanese,
    };
}
