using MedtechBot.People;

namespace MedtechBot.Host.People;

/// <summary>What the desk calls roles, and what is wrong with what somebody gave.</summary>
internal static class PeopleWords
{
    public static string Of(Role role) => role switch
    {
        Role.Admin => "管理者",
        Role.Coordinator => "コーディネーター",
        _ => "専門家",
    };

    public static string Of(EntryProblem problem) => problem switch
    {
        EntryProblem.NameNeeded => $"お名前を{PersonName.Longest}文字以内でご記入ください。「API:」で始まる名前は使えません。",
        EntryProblem.NameTaken => "このお名前はすでに使われています。所属を添えるなど、別のお名前にしてください。",
        EntryProblem.EmailTaken => "このメールアドレスはすでに使われています。",
        EntryProblem.Disabled => "このアカウントは停止されています。",
        _ => "このリンクは使用済みか、有効期限を過ぎています。",
    };
}
