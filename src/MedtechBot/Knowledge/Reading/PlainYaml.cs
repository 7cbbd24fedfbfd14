using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MedtechBot.Knowledge.Reading;

/// <summary>YAML without what makes it dangerous: aliases are what YAML bombs are made of, and nothing here needs them, or tags, or depth.</summary>
internal sealed class PlainYaml(string yaml) : IParser
{
    private const int MaxDepth = 8;

    private readonly Parser _parser = new(new StringReader(yaml));
    private int _depth;

    public ParsingEvent? Current => _parser.Current;

    /// <exception cref="ForbiddenException">What comes next is not allowed.</exception>
    public bool MoveNext()
    {
        if (!_parser.MoveNext())
        {
            return false;
        }
        var now = _parser.Current!;
        _depth += now.NestingIncrease;
        var what = now is AnchorAlias || now is NodeEvent { Anchor.IsEmpty: false } ? "YAML anchors and aliases are not allowed"
            : now is NodeEvent { Tag.IsEmpty: false } ? "YAML tags are not allowed"
            : _depth > MaxDepth ? "YAML is nested too deeply"
            : null;
        return what is null ? true : throw new ForbiddenException((int)now.Start.Line, what);
    }

    internal sealed class ForbiddenException(int line, string message) : Exception(message)
    {
        public int Line => line;
    }
}
