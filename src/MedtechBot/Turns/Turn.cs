using MedtechBot.Answers;
using MedtechBot.Knowledge;

namespace MedtechBot.Turns;

/// <summary>One message of a person, with what was said before in the same conversation, oldest first.</summary>
/// <param name="Language">What the person chose; null lets the message decide.</param>
/// <param name="Screened">The message as it was screened when it came in; null has it screened now.</param>
public sealed record Turn(string Question, IReadOnlyList<PastTurn> Past, Language? Language = null, Screened? Screened = null);

/// <summary>What later turns need to know of an earlier one.</summary>
/// <param name="Understood">The question as it was searched, after resolving what it referred to.</param>
public sealed record PastTurn(string Question, string Understood, IReadOnlyList<PassageId> Passages, OutcomeKind Outcome);

/// <summary>The answer of one turn and what the next turn needs of it.</summary>
public sealed record TurnOutcome(Answer Answer, PastTurn Remembered);
