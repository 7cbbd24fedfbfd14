using MedtechBot.Answers;
using MedtechBot.Knowledge;

namespace MedtechBot.Turns;

/// <summary>What is said when the sources are not quoted, or not alone.</summary>
internal static class Replies
{
    public static Answer Decline(Guard guard, Language language) => new()
    {
        Outcome = OutcomeKind.Declined,
        Language = language,
        Text = (guard.Decline, language) switch
        {
            (DeclineReason.Emergency, Language.English) => "If someone is in danger, call 119 now. After that, tell the device's manufacturer; they report to PMDA. This chat cannot help in an emergency.",
            (DeclineReason.Emergency, _) => "人の命や体に危険があるときは、すぐに119番へ連絡してください。機器の不具合は、そのあと製造販売業者へお知らせください。この窓口では緊急の対応ができません。",
            (DeclineReason.MedicalAdvice, Language.English) => "I cannot give medical advice or choose a device for a person. Please ask a doctor or the hospital in charge. I can help with developing medical devices.",
            (DeclineReason.MedicalAdvice, _) => "診断や治療、ご家族に合う機器の選び方など、医療上の助言はできません。主治医や医療機関にご相談ください。医療機器の開発についてのご質問でしたらお手伝いします。",
            (DeclineReason.Manipulation, Language.English) => "I cannot do that. I answer questions about developing medical devices from published sources.",
            (DeclineReason.Manipulation, _) => "そのご依頼にはお応えできません。医療機器の開発についてのご質問に、公開資料をもとにお答えします。",
            (DeclineReason.FalseClaim, Language.English) => "I cannot help to write claims without evidence. Advertising of medical devices is regulated; please ask a coordinator about what may be said.",
            (DeclineReason.FalseClaim, _) => "根拠のない表示や推薦文の作成はお手伝いできません。医療機器の広告には規制がありますので、表現のご相談は担当者が承ります。",
            (_, Language.English) => "That is outside what this desk can answer. I help with developing medical devices: regulation, IP, clinical trials, reimbursement, funding and going overseas.",
            _ => "申し訳ありません、そのご質問はこの窓口の対象外です。医療機器の開発(薬事、知財、治験、保険、資金、海外展開、支援窓口)についてお答えします。",
        },
    };

    public static Answer Escalate(Guard guard, Language language, Answer? general)
    {
        var text = (guard.Escalation, language) switch
        {
            (EscalationReason.AskedForPerson, Language.English) => "I will connect you with a coordinator. Please check the form and send it; the reply comes back here.",
            (EscalationReason.AskedForPerson, _) => "担当者におつなぎします。下の内容を確認して送信してください。回答はこの会話に届きます。",
            (EscalationReason.PatientData, Language.English) => "Please do not enter patient data here; I neither use nor keep it. A coordinator can advise how to proceed without personal data.",
            (EscalationReason.PatientData, _) => "患者さんの個人情報はここに入力しないでください。内容の確認や選定もできません。個人情報を除いた形で、担当者にご相談いただけます。",
            (EscalationReason.Confidential, Language.English) => "Please do not write unpublished inventions or confidential documents here. A coordinator will first agree with you how to share them safely.",
            (EscalationReason.Confidential, _) => "未公開の発明や社外秘の資料は、ここには書かないでください。秘密保持の取り決めをしたうえで伺えるよう、担当者におつなぎします。",
            (EscalationReason.WorkForHire, Language.English) => "Preparing or judging an individual document, contract, price or provider is work for a person. I can hand it to a coordinator.",
            (EscalationReason.WorkForHire, _) => "個別の書類や契約の作成・確認、見積もり、依頼先の選定は、人が内容を見て判断する必要があります。担当者への相談としてお受けします。",
            (_, Language.English) => "This needs a person's judgement of your particular case, so I do not decide it. I can hand it to a coordinator.",
            _ => "個別の製品や事案についての判断が必要なため、ここでは結論をお答えできません。担当者への相談としてお受けします。",
        };
        return new Answer
        {
            Outcome = OutcomeKind.Escalated,
            Language = language,
            Text = general is null ? text : $"{text}\n\n{Phrases.InGeneral(language)}\n{general.Text}",
            Citations = general?.Citations ?? [],
            Caveat = general?.Caveat ?? false,
            DateLine = general?.DateLine ?? "",
            OffersConsultation = true,
            Escalation = guard.Escalation,
        };
    }

    public static Answer LittleEvidence(Question question, KnowledgeSnapshot knowledge) => new()
    {
        Outcome = OutcomeKind.Escalated,
        Language = question.Language,
        Text = question.Language == Language.English
            ? "I could not find an answer to this in the sources. I can hand your question to a coordinator, who will reply here."
            : "お手元の質問への答えは、資料の中に見つかりませんでした。担当者への相談としてお受けできます。回答はこの会話に届きます。",
        Suggestions = [.. knowledge.Search.Search(question.Text, 2).Select(h => question.Language == Language.English ? h.Passage.HeadingEn ?? h.Passage.Heading : h.Passage.Heading)],
        OffersConsultation = true,
        Escalation = EscalationReason.LittleEvidence,
    };
}
