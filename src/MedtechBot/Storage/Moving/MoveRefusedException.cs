namespace MedtechBot.Storage.Moving;

/// <summary>A database or a file that is not moved, with one line that says why. Nothing was changed.</summary>
public sealed class MoveRefusedException(string reason) : Exception(reason);
