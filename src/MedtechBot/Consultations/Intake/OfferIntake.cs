using System.Text.Json.Nodes;
using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations.Routing;
using MedtechBot.Knowledge;

namespace MedtechBot.Consultations.Intake;

/// <summary>Offers the consultation form: filled from the conversation, or as the asker left it.</summary>
public sealed class OfferIntake(IntakeDrafts drafts, Func<DeskRules> rules, Func<KnowledgeSnapshot> knowledge, TimeProvider time)
{
    private const string Resume = "相談を続ける";
    private const string ResumeEnglish = "Continue my consultation";

    public static string ResumeWords(Language language) => language == Language.English ? ResumeEnglish : Resume;

    /// <summary>The form below an answer that hands the matter on. Whoever asks for a person anew finds the form they had begun.</summary>
    /// <param name="questions">What the asker wrote so far, oldest first; the last one led here.</param>
    public async Task<JsonObject> HandleAsync(ConversationRow conversation, Answer answer, IReadOnlyList<string> questions, CancellationToken cancellation = default)
    {
        var draft = answer.Escalation == EscalationReason.AskedForPerson ? await drafts.FindAsync(conversation.Id, cancellation) : null;
        return Card(draft ?? Fill(answer, questions), answer.Language, withDetails: false);
    }

    /// <summary>What the asker is told when a message is nothing but the wish to go on with the form; null for any other message.</summary>
    public async Task<OutgoingMessage?> ResumeAsync(ConversationRow conversation, string messageId, string text, CancellationToken cancellation = default)
    {
        var said = text.Trim().TrimEnd('。', '.');
        if (said != Resume && !said.Equals(ResumeEnglish, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var language = said == Resume ? Language.Japanese : Language.English;
        var draft = await drafts.FindAsync(conversation.Id, cancellation);
        return new OutgoingMessage
        {
            DeliveryKey = "reply:" + messageId,
            Text = (draft, language) switch
            {
                (null, Language.English) => "There is no consultation that you have begun.",
                (null, _) => "書きかけの相談はありません。",
                (_, Language.English) => "Here is your consultation as you left it.",
                _ => "書きかけの相談です。続きからどうぞ。",
            },
            Card = draft is null ? null : Card(draft, language, withDetails: true),
            Suggestions = draft is not null ? [] : [language == Language.English ? "I would like to talk to a person" : "担当者に相談したい"],
        };
    }

    /// <summary>A form filled from the conversation.</summary>
    /// <param name="answer">The last answer; null when nothing was answered.</param>
    public IntakeDraft Fill(Answer? answer, IReadOnlyList<string> questions) => IntakePrefill.Of(answer, questions, Topic(questions));

    public JsonObject Card(IntakeDraft draft, Language language, bool withDetails, IReadOnlyList<IntakeProblem>? problems = null) =>
        IntakeCards.Show(draft, language, rules().Routing, Notice(language), Doors(draft.Form), problems, withDetails);

    /// <summary>Desks elsewhere that may be the right one for what stands in the form.</summary>
    public IReadOnlyList<ProposedDoor> Doors(IntakeForm form)
    {
        var current = rules();
        return form.Summary is not { Length: > 0 } summary ? []
            : OtherDoors.Of(Triage.Propose(form.Details.ForTriage(summary, JapaneseDay.Today(time)), current.Routing, knowledge(), current.Calendar));
    }

    public WishNotice Notice(Language language) => WishNotice.Of(knowledge(), language);

    // The last topic is for what fits no other, which is not for us to fill in.
    private string? Topic(IReadOnlyList<string> questions)
    {
        if (questions.Count == 0)
        {
            return null;
        }
        var current = rules();
        var facts = new RoutingFacts { Text = questions[^1], Turns = [.. questions.SkipLast(1)], Today = JapaneseDay.Today(time) };
        var found = Triage.Propose(facts, current.Routing, knowledge(), current.Calendar).Topics[0].Id;
        return found == current.Routing.Topics[^1].Id ? null : found;
    }
}
