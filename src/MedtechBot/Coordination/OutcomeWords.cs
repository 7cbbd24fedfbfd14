using MedtechBot.Answers;
using MedtechBot.Consultations;

namespace MedtechBot.Coordination;

/// <summary>What outcomes are called to people.</summary>
public static class OutcomeWords
{
    public static string Of(TicketOutcome outcome, Language language) => language == Language.English
        ? outcome switch
        {
            TicketOutcome.Answered => "settled by the reply",
            TicketOutcome.Introduced => "introduced to an expert",
            TicketOutcome.Referred => "passed on to another desk",
            TicketOutcome.OutOfScope => "not within what this desk can do",
            TicketOutcome.NoReply => "no answer from you",
            TicketOutcome.Withdrawn => "taken back by you",
            _ => "the same as another consultation",
        }
        : outcome switch
        {
            TicketOutcome.Answered => "回答で解決",
            TicketOutcome.Introduced => "専門家を紹介",
            TicketOutcome.Referred => "他の窓口を紹介",
            TicketOutcome.OutOfScope => "対象外",
            TicketOutcome.NoReply => "返信なし",
            TicketOutcome.Withdrawn => "取下げ",
            _ => "他の相談と重複",
        };
}
