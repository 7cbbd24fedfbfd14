namespace MedtechBot.Answers;

/// <summary>The language a person is answered in.</summary>
public enum Language { Japanese, English }
