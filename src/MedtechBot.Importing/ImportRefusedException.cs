namespace MedtechBot.Importing;

/// <summary>A file that cannot be imported; the message is one line that says why and what to do.</summary>
public sealed class ImportRefusedException(string message, Exception? cause = null) : Exception(message, cause);
