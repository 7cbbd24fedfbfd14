using System.Text;
using MedtechBot.Answers;
using MedtechBot.Consultations.Intake;

namespace MedtechBot.Consultations;

/// <summary>What an asker wrote into the consultation form; nothing in it is trusted.</summary>
public sealed record IntakeForm
{
    public const int LongestSummary = 4_000;
    public const int LongestEmail = EmailAddress.Longest;

    public string? Summary { get; init; }
    public string? Email { get; init; }

    /// <summary>The asker is content with the reply in the conversation alone and leaves no address.</summary>
    public bool ReplyInChatOnly { get; init; }

    public IntakeDetails Details { get; init; } = new();

    /// <summary>The fields without control characters, surrounding space and full-width forms in the address.</summary>
    public IntakeForm Cleaned() => IntakeInputs.Details.Where(i => i.Kind is IntakeInputKind.Line or IntakeInputKind.Lines)
        .Aggregate(this, (form, i) => i.Get(form) is { } text ? i.Set(form, Clean(text, i.Kind == IntakeInputKind.Lines) is { Length: > 0 } clean ? clean : null) : form) with
    {
        Summary = Clean(Summary, keepLines: true),
        Email = Email is null ? null : Clean(Typed.Narrow(Email), keepLines: false),
    };

    /// <summary>What is missing or wrong, by field; empty when the form can be sent. Call on a cleaned form.</summary>
    public IReadOnlyList<IntakeProblem> Problems(Language language)
    {
        var problems = new List<IntakeProblem>();
        if (Summary is not { Length: > 0 })
        {
            problems.Add(new(IntakeField.Summary, Say("相談したい内容をご記入ください。", "Please write what you would like to consult about.")));
        }
        else if (Summary.Length > LongestSummary)
        {
            problems.Add(new(IntakeField.Summary, Say($"相談内容は{LongestSummary:N0}文字以内でお願いします(現在{Summary.Length:N0}文字)。", $"Please keep it within {LongestSummary:N0} characters (now {Summary.Length:N0}).")));
        }
        if (Email is { Length: > 0 })
        {
            if (!EmailAddress.IsPossible(Email))
            {
                problems.Add(new(IntakeField.Email, Say("メールアドレスの形をご確認ください(例: name@example.jp)。", "Please check the e-mail address (for example name@example.com).")));
            }
        }
        else if (!ReplyInChatOnly)
        {
            problems.Add(new(IntakeField.Email, Say("連絡先のメールアドレスをご記入いただくか、「メールなしで、この会話で返信を受け取る」を選んでください。", "Please give an e-mail address, or choose to get the reply in this conversation only.")));
        }
        problems.AddRange(IntakeInputs.TooLong(this, language));
        return problems;

        string Say(string japanese, string english) => language == Language.English ? english : japanese;
    }

    /// <summary>The address as it is kept; null when that cannot be one.</summary>
    public static string? ReadEmail(string? typed) => Clean(Typed.Narrow(typed ?? ""), keepLines: false) is { Length: > 0 } email && EmailAddress.IsPossible(email) ? email : null;

    /// <summary>Without control characters, characters that turn the direction, and surrounding space.</summary>
    public static string? Clean(string? text, bool keepLines)
    {
        if (text is null)
        {
            return null;
        }
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var keep = rune.Value is '\n' or '\t' ? keepLines : !Rune.IsControl(rune) && !TurnsDirection(rune.Value);
            if (keep)
            {
                clean.Append(rune);
            }
        }
        return clean.ToString().Trim();
    }

    // Characters that make following text read backwards, and so another thing than it is.
    private static bool TurnsDirection(int code) => code is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F;
}

public enum IntakeField { Summary, Email, Detail, Files, Form }

/// <param name="Detail">Which of the details, by the id of its field.</param>
public sealed record IntakeProblem(IntakeField Field, string Message, string? Detail = null)
{
    /// <summary>The field that it is about; null when it is about the form as a whole.</summary>
    public string? Id => Field switch { IntakeField.Summary => "summary", IntakeField.Email => "email", IntakeField.Files => "files", IntakeField.Detail => Detail, _ => null };
}
