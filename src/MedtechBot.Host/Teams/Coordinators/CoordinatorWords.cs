using MedtechBot.Teams.Coordinators;

namespace MedtechBot.Host.Teams.Coordinators;

/// <summary>What coordinators are told in Teams.</summary>
internal static class CoordinatorWords
{
    private const string HowToTie = "つなぐには、相談デスクの「アカウント」で「Teamsとつなぐ」を押し、表示されたコードを、このボットとの個人チャットに「接続 コード」と送ってください。";

    public const string NotTied = "あなたの Teams のアカウントは、相談デスクのアカウントとつながっていないため、操作できません。" + HowToTie;
    public const string NotTiedInThread = "この発言は相談者に送っていません。ここから相談者に返信できるのは、相談デスクのアカウントとつながった担当者だけです。" + HowToTie;
    public const string NotFound = "この相談は見つかりません。";
    public const string NotAllowed = "この操作は、コーディネーターか管理者だけができます。";
    public const string Confidential = "秘密の相談のため、Teams ではこの操作ができません。デスクで行ってください。";
    public const string NotSent = "相談者には送っていません。";
    public const string ReplyEmpty = "相談者に送る文を、ボットへのメンションの後に書いてください。";
    public const string NoteEmpty = "「メモ」の後に、残す文を書いてください。";
    public const string NoFiles = "ファイルは送られません。デスクからお送りください。";

    public const string CodeNeeded = "相談デスクのアカウントとつなぐには、デスクの「アカウント」で「Teamsとつなぐ」を押し、表示されたコードを「接続 コード」の形で送ってください。";
    public const string CodeUnknown = "このコードは使えません。使用済みか、発行から15分を過ぎているか、打ち間違いかもしれません。デスクの「アカウント」で新しいコードを発行してください。";
    public const string IdentityTaken = "あなたの Teams のアカウントは、相談デスクの別のアカウントとつながっています。先にそちらの接続を解除してください。";
    public const string NoIdentity = "ここでは、あなたがだれかを確かめられないため、つなげません。組織の Teams のチャットから送ってください。";

    public static string Tied(string name) => $"相談デスクの「{name}」さんのアカウントとつながりました。チャネルに届く相談のカードから、担当や返信ができます。解除は、デスクの「アカウント」でできます。";

    public static string Connected(string? prefecture) =>
        $"このチャネルを相談デスクとつなぎました。{(prefecture is null ? "新しい相談" : prefecture + "の新しい相談")}が届くと、カードでお知らせします。カードの内容は、このチャネルの全員に見えます(秘密の相談は番号と状態だけ)。やめるときは「切断」とメンションしてください。";

    public const string Disconnected = "このチャネルと相談デスクの接続をやめました。これまでのカードは、もう更新されません。";
    public const string NotConnected = "このチャネルは、相談デスクとつながっていません。";
    public const string PrefectureUnknown = "地域は都道府県の名前で書いてください(例: 接続 福島県)。すべての相談を受け取るときは「接続」とだけ書いてください。";

    /// <summary>Beyond this what follows "connect" is no place but somebody's question.</summary>
    public const int LongestPlace = 12;

    public static string CodeLifetime => $"{TeamsLinks.CodeLifetime.TotalMinutes:0}分";
}
