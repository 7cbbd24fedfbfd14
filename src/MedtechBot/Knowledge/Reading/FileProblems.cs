namespace MedtechBot.Knowledge.Reading;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class FileProblems
{
    private readonly string _file;
    private readonly List<KnowledgeProblem> _all;

    public FileProblems(string file) : this(file, [])
    {
    }

    private FileProblems(string file, List<KnowledgeProblem> all) => (_file, _all) = (file, all);

    public IReadOnlyList<KnowledgeProblem> All => _all;

    public bool HasErrors => _all.Exists(p => p.Severity == ProblemSeverity.Error);

    /// <summary>Problems of a file that belongs to this one: its errors are this one's as well.</summary>
    public FileProblems For(string other) => new(other, _all);

    public void AddRange(IEnumerable<KnowledgeProblem> problems) => _all.AddRange(problems);

    public void Error(int line, string message) => _all.Add(new KnowledgeProblem(_file, line, ProblemSeverity.Error, message));

    public void Warning(int line, string message) => _all.Add(new KnowledgeProblem(_file, line, ProblemSeverity.Warning, message));
}
