using MedtechBot.Answers;
using MedtechBot.Host.Pages;

namespace MedtechBot.Host.WebChat;

/// <summary>What the chat page says before anybody has asked anything.</summary>
internal static class ChatWords
{
    public static IReadOnlyList<string> Examples(Language language) => language == Language.English
        ?
        [
            "Where can a startup get advice on medical device development?",
            "What is MEDIC?",
            "What are typical failures of newcomers?",
        ]
        :
        [
            "医療機器開発を始めるとき、どこに相談できますか?",
            "開発の8つのステージとは何ですか?",
            "新規参入でよくある失敗を教えてください",
            "知財で気をつけることは何ですか?",
        ];

    public static string TalkToPerson(Language language) => language.Say("担当者に相談したい", "I would like to talk to a person");
}
