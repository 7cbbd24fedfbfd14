using System.Security.Cryptography;
using MedtechBot.Japanese;

namespace MedtechBot.Knowledge.Stored;

/// <summary>What, beside the documents, decides what becomes of them.</summary>
/// <param name="Analysis">The program's own build, the Japanese dictionary and the domain's words.</param>
/// <param name="Thesaurus">The synonyms' contents.</param>
internal sealed record KnowledgeInputs(string Analysis, string Thesaurus)
{
    public static KnowledgeInputs Of(string folder)
    {
        string[] parts =
        [
            // Changes whenever a line of code does.
            typeof(KnowledgeInputs).Module.ModuleVersionId.ToString("N"),
            typeof(JapaneseAnalyzer).Module.ModuleVersionId.ToString("N"),
            Digest(JapaneseAnalyzer.DefaultDictionary),
            Digest(Path.Combine(folder, "user-dictionary.tsv")),
        ];
        return new KnowledgeInputs(string.Join(' ', parts), Digest(Path.Combine(folder, "thesaurus.tsv")));
    }

    private static string Digest(string file)
    {
        if (!File.Exists(file))
        {
            return "-";
        }
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        return Convert.ToHexString(SHA256.HashData(stream));
    }
}
