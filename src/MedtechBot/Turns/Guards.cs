using System.Text.RegularExpressions;
using MedtechBot.Answers;

namespace MedtechBot.Turns;

internal enum GuardKind { Decline, Person }

/// <summary>A limit that holds before any search or model.</summary>
/// <param name="GeneralQuestion">What may be said in general beside it, asked of the knowledge base; null for nothing.</param>
internal sealed record Guard(GuardKind Kind, DeclineReason Decline = default, EscalationReason Escalation = default, string? GeneralQuestion = null);

internal enum DeclineReason { OutOfScope, MedicalAdvice, Emergency, Manipulation, PatientData, FalseClaim }

/// <summary>The hard limits, checked in order: what endangers people first, then what must not be told, then what a person must judge.</summary>
internal static partial class Guards
{
    public static Guard? Check(string message) =>
        Rules.FirstOrDefault(rule => rule.Pattern.IsMatch(message)).Guard;

    private static readonly (Regex Pattern, Guard Guard)[] Rules =
    [
        (EmergencyPattern(), new(GuardKind.Decline, DeclineReason.Emergency)),
        (ManipulationPattern(), new(GuardKind.Decline, DeclineReason.Manipulation)),
        (FalseClaimPattern(), new(GuardKind.Decline, DeclineReason.FalseClaim)),
        (PatientDataPattern(), new(GuardKind.Person, Escalation: EscalationReason.PatientData)),
        (MedicalAdvicePattern(), new(GuardKind.Decline, DeclineReason.MedicalAdvice)),
        (ConfidentialPattern(), new(GuardKind.Person, Escalation: EscalationReason.Confidential)),
        (PersonPattern(), new(GuardKind.Person, Escalation: EscalationReason.AskedForPerson)),
        (WorkForHirePattern(), new(GuardKind.Person, Escalation: EscalationReason.WorkForHire, GeneralQuestion: "伴走コンサルの料金 どう解決するか 有料の専門家の紹介")),
        (VerdictPattern(), new(GuardKind.Person, Escalation: EscalationReason.IndividualVerdict)),
        (OutOfScopePattern(), new(GuardKind.Decline, DeclineReason.OutOfScope)),
    ];

    [GeneratedRegex("(患者|利用者|被験者|使用者).{0,12}(意識がない|呼吸(が|し)|心停止(し|で|[!！。]|$)|倒れ(た|て|ま|そう)|出血(し(て|た|ま)|が(止|と)まら)|急変(し|で|[!！。]|$)|死亡し(?!た(場合|とき|時|際)))|(機器|装置).{0,8}(煙|発火|感電).{0,10}(今|いま|どうすれば)|\\bunconscious\\b(?! (patients|people|bias))|\\b(is|are|was|went into|in|having) (now )?(a )?cardiac arrest\\b(?! (monitor|device))|\\bnot breathing\\b", RegexOptions.IgnoreCase)]
    private static partial Regex EmergencyPattern();

    [GeneratedRegex("(ignore|disregard|forget).{0,20}(previous|above|all|prior).{0,20}(instruction|rule|prompt)|(system|hidden).{0,10}(prompt|rule|instruction)|(reveal|print|show).{0,20}(prompt|secret|api ?key|password)|jailbreak|developer mode|base64|(これまで|以前|上記|前)の(指示|命令|ルール).{0,8}(無視|忘れ)|指示を(無視|忘れ)|(開発者|管理者|デバッグ)モード|システムプロンプト|(api|アクセス|秘密).{0,3}(キー|トークン|鍵).{0,8}(教え|見せ|出力|表示)|パスワードを(教え|見せ|表示)", RegexOptions.IgnoreCase)]
    private static partial Regex ManipulationPattern();

    [GeneratedRegex("(根拠|証拠|データ)(が|も)?(なし|ない|無し|なく|無く).{0,40}(書いて|作って|作成|作れ)|(虚偽|嘘|うそ|架空|ねつ造|捏造|でっち).{0,30}(書いて|書き|作って|作り|作成し|推薦文|データ(で|を使))|\\b(fake|fabricat\\w{0,6}|(write|make|create|invent|use|add).{0,20}\\bfalse)\\b.{0,30}(approval|claim|data|testimonial|review)", RegexOptions.IgnoreCase)]
    private static partial Regex FalseClaimPattern();

    [GeneratedRegex("(患者|被験者)(の)?(リスト|名簿|一覧|データ|カルテ|個人情報).{0,20}(選|抽出|貼|送|見て|確認)|[\\p{IsCJKUnifiedIdeographs}]{2,4}(さん|様|氏).{0,6}[(（]?\\d{1,3}\\s?[歳才]|(カルテ|検査結果|検査値|診断書|紹介状)を?.{0,6}(貼|送り|添付|見て)", RegexOptions.None)]
    private static partial Regex PatientDataPattern();

    [GeneratedRegex("(診断|治療|処方|投薬|服薬)(を)?(して(ください|ほしい|くれ)|をお願い)|(この|私の|うちの)患者.{0,20}(診断|治療|処方)|(母(?![集数体子語国])|父|祖母|祖父|妻|夫|子ども|子供|娘|息子|家族|私)(の|に|は|が)?(?!.{0,24}(開発|医師(です|として|であ|で、)|アイディ?アが)).{0,20}(合う|おすすめ|効く|選んで|飲んで|治療|病気|症状)|(薬|お薬).{0,10}(やめて|飲んで|中止して)(も)?(いい|よい|大丈夫)|(should|can|may) i (stop|start|take|change).{0,30}(medication|medicine|drug|treatment|dose|insulin|pill)|diagnose (me|my|this patient)|(my|our) (symptom|pain|disease|illness)", RegexOptions.IgnoreCase)]
    private static partial Regex MedicalAdvicePattern();

    [GeneratedRegex("(未公開|未発表|未出願|出願前|公開前).{0,24}(説明します|説明する|お伝え|話します|書きます|送ります|貼|聞いて|内容は|こうです|以下)|(社外秘|極秘|機密|秘密の?).{0,12}(資料|書類|情報|文書|図面).{0,12}(貼|送|添付|見せ|アップ|確認して|読んで)|confidential.{0,30}(attach|paste|upload|review)|unpublished (invention|idea).{0,20}(:|follow|here)", RegexOptions.IgnoreCase)]
    private static partial Regex ConfidentialPattern();

    [GeneratedRegex("(担当者|担当の(人|方)|人間|専門家|相談員|コーディネーター?|スタッフ|オペレーター?)(の(人|方))?(に|と)(直接|今すぐ|すぐ)?(、)?(相談|話|繋|つな|代わ|連絡|聞)(し|を|が|い|っ|せ|ぎ|げ|け)?.{0,3}(たい|ください|下さい|ほしい|欲しい|て$|お願い|します)|(talk|speak|connect me|chat) (to|with) (a |an )?(person|human|agent|coordinator|expert|someone|staff)|(human|real person) please", RegexOptions.IgnoreCase)]
    private static partial Regex PersonPattern();

    [GeneratedRegex("(申請書|計画書|企画書|契約書|明細書|報告書|添付文書|プロトコル|同意書|事業計画|資料|書類|原稿|文案|条項|条文)(を|の|は|が)?.{0,16}(代わりに|代行|添削|校正|レビュー|チェックして|直して|確認して|書いて|作って|作成して|作成を(?!(支援|手伝).{0,8}(機関|窓口|制度|事業|団体|ところ))|有利|不利)|(まるごと|丸ごと|全部|一式).{0,6}(代行|お任せ|おまかせ|請け負)|代行(して|業者|会社|先)|(どの|いい|おすすめの?)(会社|業者|事務所|コンサル).{0,8}(いい|選|教え)|添付します|(正確に|具体的に|いくらか)?見積(も)?(って|り)(を)?(ください|して|出して|ほしい|お願い|。|$)|(write|draft|review|proofread|prepare) (my|our|the|this) (application|contract|plan|protocol|dossier|submission)|何(%|％|パーセント).{0,10}(書けば|にすれば|が妥当|が相場)", RegexOptions.IgnoreCase)]
    private static partial Regex WorkForHirePattern();

    [GeneratedRegex("(うち|ウチ|弊社|当社|自社|わが社|我が社|私|わたし|僕|当院|本院|この(製品|機器|アプリ|装置|研究|試験|ソフト|商品|広告|表現|特許)|本(製品|品|機器|アプリ|研究)|これ)(たち)?(の|は|って|が|も|で)?.{0,24}(クラス\\s?[0-9IVⅠ-Ⅳ一二三四]|クラス分類|どのクラス|何クラス|該当(し|す|性)|医療機器(です|に(なり|当た|あた))|特定臨床研究(に|です)|侵害(し|です)|違反(し|です|にな)|違法|適法|薬事(承認|認証)?が?(必要|いる|不要))|クラスは(何|なん|いくつ)(です|になり|\\?|？)|発明者を.{0,8}(決めて|判断して|誰にすべき)|誰(を|が)発明者(に|と)(すべき|して)|保険点数は?(いくら|何点).{0,6}(付|つ)(き|く)|(is|does|would|will) (my|our|this) (product|device|app|software|study|ad)\\b.{0,40}(class|medical device|infring|qualify|fall)|which class is (my|our)|(試作品|未承認(品|機器)).{0,16}(貸し|渡し|使わせ|使って|提供し|譲っ)て?も?(よい|いい|良い|大丈夫|問題)", RegexOptions.IgnoreCase)]
    private static partial Regex VerdictPattern();

    [GeneratedRegex("(天気|気温|降水|台風)(は|の|予報|を)|(株|銘柄|為替|仮想通貨|ビットコイン|投資信託)(の|を|は|価)|(選挙|政党|首相|大統領(?!令))|(法人税|所得税|消費税|確定申告|年末調整|相続)|(レシピ|料理|献立|カレー)の?|(占い|星座|恋愛|ゲーム|アニメ|映画|サッカー|野球|旅行|ホテル|観光|ラーメン|レストラン)(?!.{0,40}(医療|機器|治療|リハビリ|規制))|(ポエム|俳句|短歌|小説|歌詞|詩)を(?!使)|宿題|(weather|stock price|horoscope|election|recipe|poem|lottery|football|movie)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex OutOfScopePattern();
}
