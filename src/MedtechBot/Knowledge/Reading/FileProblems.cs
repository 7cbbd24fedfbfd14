namespace MedtechBot.Knowledge.Reading;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class FileProblems(string file)
{
    private readonly List<KnowledgeProblem> _all = [];

    public IReadOnlyList<KnowledgeProblem> All => _all;

    public bool HasErrors => _all.Exists(p => p.Severity == ProblemSeverity.Error);

    public void Error(int line, string message) => _all.Add(new KnowledgeProblem(file, line, ProblemSeverity.Error, message));

    public void Warning(int line, string message) => _all.Add(new KnowledgeProblem(file, line, ProblemSeverity.Warning, message));
}
