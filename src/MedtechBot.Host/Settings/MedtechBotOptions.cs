namespace MedtechBot.Host.Settings;

/// <summary>The section <c>MedtechBot</c> of the configuration. Everything may be left out. Relative paths mean the caller's folder.</summary>
public sealed class MedtechBotOptions
{
    public const string Section = "MedtechBot";

    /// <summary>Database, keys, dictionary and uploads. Default: <c>data/</c> at the repository root, beside the executable once published.</summary>
    public string? DataDirectory { get; set; }

    /// <summary>The knowledge base. Default: <c>knowledge/</c> at the repository root, beside the executable once published.</summary>
    public string? KnowledgeDirectory { get; set; }

    /// <summary>Where people reach the product, for links that leave it. Default: the address of the request, or the first one listened on.</summary>
    public string? PublicUrl { get; set; }
}
