using MedtechBot.Storage;

namespace MedtechBot.LearningFromUse;

/// <summary>Wakes whoever has what was learned searched as soon as something is learned or decided.</summary>
public sealed class LearnedSignal : CommitSignal<LearnedQuestionRow>;
