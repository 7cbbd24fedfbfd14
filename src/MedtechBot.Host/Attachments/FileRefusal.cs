using MedtechBot.Answers;
using MedtechBot.Host.Pages;

namespace MedtechBot.Host.Attachments;

internal enum FileProblem { TooMany, TooLarge, Empty, WrongType, OverQuota, NoRoom }

/// <summary>Why files were not taken.</summary>
/// <param name="Name">Of the file that it is about; null when it is about all of them.</param>
internal sealed record FileRefusal(FileProblem Problem, string? Name = null)
{
    public string Say(Language language) => Problem switch
    {
        FileProblem.TooMany => language.Say(
            $"ファイルは、1回に{FileRules.Most}個までにしてください。", $"Please attach at most {FileRules.Most} files at once."),
        FileProblem.TooLarge => language.Say(
            $"「{Name}」は大きすぎます。1個{FileRules.LargestMegabytes} MBまでにしてください。", $"\"{Name}\" is too large; a file may have at most {FileRules.LargestMegabytes} MB."),
        FileProblem.Empty => language.Say($"「{Name}」には中身がありません。", $"\"{Name}\" is empty."),
        FileProblem.WrongType => language.Say(
            $"「{Name}」は受け取れません。{FileRules.Kinds(language)}で、名前の終わりと中身の種類が合っているものだけを受け取ります。",
            $"\"{Name}\" cannot be taken: only {FileRules.Kinds(language)}, and only when a file is what its name says."),
        FileProblem.OverQuota => language.Say(
            "1日に送れるファイルの大きさを超えました。文章は、そのまま送れます。", "That is more than may be sent as files in a day. Words are still taken."),
        _ => language.Say("今はファイルを受け取れません。文章は、そのまま送れます。", "Files cannot be taken at the moment. Words are still taken."),
    };
}
