namespace MedtechBot.Japanese;

/// <summary>How far text is taken apart.</summary>
public enum AnalysisMode
{
    /// <summary>The segmentation of kuromoji.js: the least cost path.</summary>
    Normal,

    /// <summary>As Normal, and long compounds are also given as their parts.</summary>
    Search,
}
