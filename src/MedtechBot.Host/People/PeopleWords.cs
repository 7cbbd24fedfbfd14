using MedtechBot.People;

namespace MedtechBot.Host.People;

/// <summary>What the desk calls roles and what people did, and what is wrong with what somebody gave.</summary>
internal static class PeopleWords
{
    public static readonly Role[] Roles = [Role.Coordinator, Role.Expert, Role.Admin];

    public static string Of(Role role) => role switch
    {
        Role.Admin => "管理者",
        Role.Coordinator => "コーディネーター",
        _ => "専門家",
    };

    public static string Of(PersonProblem problem) => problem switch
    {
        PersonProblem.NameNeeded => $"お名前を{PersonName.Longest}文字以内でご記入ください。「API:」で始まる名前と「@」を含む名前は使えません。",
        PersonProblem.NameTaken => "このお名前はすでに使われています。所属を添えるなど、別のお名前にしてください。",
        PersonProblem.RoleNeeded => "役割を選んでください。",
        PersonProblem.EmailWrong => "メールアドレスの形をご確認ください(例: name@example.jp)。",
        PersonProblem.EmailTaken => "このメールアドレスは、ほかの人がすでに使っています。",
        PersonProblem.RegionTooLong => $"地域は{PersonRow.LongestRegion}文字以内にしてください。",
        PersonProblem.FieldsTooLong => $"専門分野は1行{PersonDetails.LongestField}文字以内、{PersonDetails.MostFields}行までにしてください。",
        PersonProblem.Disabled => "このアカウントは停止されています。",
        PersonProblem.LastAdmin => "管理者が一人もいなくなるため、変更できません。先に別の人を管理者にしてください。",
        PersonProblem.IdentityTaken => "この Microsoft アカウントは、ほかの人のアカウントに結び付いています。",
        PersonProblem.NotFound => "その人は見つかりません。",
        _ => "このリンクは使用済みか、取り消されたか、有効期限を過ぎています。",
    };

    /// <summary>What must be put right about a new password that was typed twice, or null.</summary>
    public static string? WrongWith(string password, string again, params IEnumerable<string?> known) =>
        PasswordRule.Check(password, known) switch
        {
            PasswordProblem.TooShort => $"パスワードは{PasswordRule.Shortest}文字以上にしてください。",
            PasswordProblem.TooLong => $"パスワードは{PasswordRule.Longest}文字以内にしてください。",
            PasswordProblem.IsName => "お名前やメールアドレスだけのパスワードは使えません。",
            _ => password == again ? null : "2回入力したパスワードが一致しません。",
        };

    public static string Of(AuditOutcome outcome) => outcome == AuditOutcome.Done ? "済" : "拒否";

    /// <summary>What somebody did; a word that is not known here is shown as it was kept.</summary>
    public static string OfAction(string action) => action switch
    {
        AuditActions.Viewed => "閲覧",
        AuditActions.SignedIn => "サインイン",
        AuditActions.SignedOut => "サインアウト",
        AuditActions.AddedPerson => "アカウント作成",
        AuditActions.ChangedPerson => "アカウント変更",
        AuditActions.DisabledPerson => "アカウント停止",
        AuditActions.EnabledPerson => "アカウント再開",
        AuditActions.Invited => "招待",
        AuditActions.RenewedLink => "再設定リンクの発行",
        AuditActions.RevokedLink => "リンクの取消",
        AuditActions.AcceptedInvitation => "招待の受諾",
        AuditActions.ChangedPassword => "パスワード変更",
        AuditActions.ChangedMail => "お知らせメールの設定",
        AuditActions.EndedSessions => "全端末のサインアウト",
        AuditActions.MadeTeamsCode => "Teamsとつなぐコードの発行",
        AuditActions.TiedTeams => "Teamsとの接続",
        AuditActions.UntiedTeams => "Teamsとの接続の解除",
        AuditActions.ConnectedChannel => "Teamsのチャネルの接続",
        AuditActions.DisconnectedChannel => "Teamsのチャネルの切断",
        AuditActions.AddedKey => "APIキー発行",
        AuditActions.RevokedKey => "APIキー取消",
        AuditActions.ReadAudit => "監査記録の閲覧",
        AuditActions.Listed => "一覧の閲覧",
        AuditActions.Searched => "相談の検索",
        AuditActions.MadeLink => "サインイン用リンクの発行(コマンド)",
        AuditActions.FoundAsker => "相談者の検索(コマンド)",
        AuditActions.ExportedAsker => "相談者データの書き出し(コマンド)",
        AuditActions.ErasedAsker => "相談者データの消去(コマンド)",
        AuditActions.ExportedDatabase => "データベースの書き出し(コマンド)",
        AuditActions.RemovedLearned => "学習した質問を外す",
        AuditActions.RestoredLearned => "学習した質問を使う",
        AuditActions.TrainedRanking => "検索の順位づけの学習(コマンド)",
        AuditActions.ChangedRanking => "検索の順位づけの切替(コマンド)",
        AuditActions.ImportedDatabase => "データベースの取り込み(コマンド)",
        "took" => "担当",
        "replied" => "回答",
        "closed" => "完了",
        "checked" => "事前確認",
        "assigned" => "割り当て",
        "released" => "担当を外れる",
        "asked-back" => "相談者に確認",
        "noted" => "メモ",
        "shared" => "共有",
        "unshared" => "共有の取消",
        "marked-confidential" => "秘密の相談にする",
        "changed-email" => "相談者のメール変更",
        "revoked-asker-links" => "相談者のリンク取消",
        "referred" => "紹介",
        "advanced-referral" => "紹介の段階",
        "declined-referral" => "候補の辞退",
        "resent" => "通知の再送",
        "reopened" => "再開",
        "downloaded" => "ファイル取得",
        "exported" => "CSV出力",
        _ => action,
    };
}
