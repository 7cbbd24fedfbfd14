namespace MedtechBot.Japanese;

/// <summary>What normalisation leaves alone.</summary>
[Flags]
public enum NormalizationOptions
{
    /// <summary>Everything is normalised.</summary>
    None = 0,

    /// <summary>① to ⑳ and their relatives stay, so that 段階④ is still told from 段階4.</summary>
    KeepCircledDigits = 1,

    /// <summary>Capital letters stay.</summary>
    KeepCase = 2,

    /// <summary>Only NFKC: dashes, wave dashes, invisible characters and variant kanji stay.</summary>
    KeepVariants = 4,
}
