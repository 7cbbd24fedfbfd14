using System.Runtime.CompilerServices;
using MedtechBot.Knowledge;

namespace MedtechBot.Tests.Knowledge;

public sealed class KnowledgeLintTests : IDisposable
{
    private readonly KnowledgeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Word_lists_are_checked_line_by_line()
    {
        var reading = KnowledgeLint.Check(_folder
            .With("thesaurus.tsv", "canonical\tvariant\trelation\n薬機法\t薬事法\told-name\n薬機法\t薬事法\tsynonym\n薬機法\n薬機法\tPMD Act\tsame\n薬機法\t薬機法\tsynonym\n")
            .With("user-dictionary.tsv", "伴走コンサル\tバンソウコンサル\n\n伴走コンサル\tばんそうこんさる\n治験\n治験\tchiken\n").Path);

        Assert.Equal(
            [
                "thesaurus.tsv:3: error: says the same as line 2",
                "thesaurus.tsv:4: error: must read canonical TAB variant TAB relation",
                "thesaurus.tsv:5: error: unknown relation 'same' (one of: synonym related old-name)",
                "thesaurus.tsv:6: error: '薬機法' stands for itself",
                "user-dictionary.tsv:3: error: says the same as line 1",
                "user-dictionary.tsv:4: error: must read surface TAB reading",
                "user-dictionary.tsv:5: error: the reading 'chiken' is not kana",
            ],
            reading.Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void The_products_own_knowledge_is_clean()
    {
        var reading = KnowledgeLint.Check(OwnKnowledge());

        Assert.DoesNotContain(reading.Problems, p => p.Severity == ProblemSeverity.Error);
        Assert.NotEmpty(reading.Documents);
    }

    private static string OwnKnowledge([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../knowledge"));
}
