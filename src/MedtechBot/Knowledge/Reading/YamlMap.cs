using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MedtechBot.Knowledge.Reading;

/// <summary>A YAML mapping whose values are read by key, with problems reported at the line they stand on.</summary>
internal sealed class YamlMap
{
    /// <summary>What a draft says where nobody has said it yet.</summary>
    public const string ToDo = "TODO";

    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _toDo = new(StringComparer.Ordinal);
    private readonly int _lineOffset;

    private YamlMap(YamlMappingNode node, int lineOffset, FileProblems problems)
    {
        _lineOffset = lineOffset;
        Line = LineOf(node);
        Problems = problems;
        foreach (var (key, value) in node.Children)
        {
            if (key is YamlScalarNode { Value: { } name })
            {
                _values[name] = value;
                if (value is YamlScalarNode { Value: ToDo })
                {
                    problems.Error(LineOf(value), $"'{name}' is still {ToDo}: fill it in");
                    _toDo.Add(name);
                }
            }
            else
            {
                problems.Error(LineOf(key), "keys must be plain words");
            }
        }
    }

    public int Line { get; }

    public FileProblems Problems { get; }

    /// <param name="lineOffset">How many lines of the file stand before the YAML.</param>
    /// <returns>Null after naming the problem.</returns>
    public static YamlMap? Parse(string yaml, int lineOffset, FileProblems problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new PlainYaml(yaml));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode map)
            {
                return new YamlMap(map, lineOffset, problems);
            }
            problems.Error(lineOffset + 1, "must be one YAML mapping (key: value)");
        }
        catch (PlainYaml.ForbiddenException forbidden)
        {
            problems.Error(forbidden.Line + lineOffset, forbidden.Message);
        }
        catch (YamlException failure)
        {
            problems.Error((int)failure.Start.Line + lineOffset, $"invalid YAML: {failure.Message}");
        }
        // The parser's own way of failing on some unfinished input.
        catch (InvalidOperationException)
        {
            problems.Error(lineOffset + 1, "invalid YAML: a list or mapping is not closed");
        }
        return null;
    }

    public void RejectKeysExcept(params IEnumerable<string> known)
    {
        foreach (var key in _values.Keys.Except(known))
        {
            Problems.Error(LineOf(key), $"unknown key '{key}'");
        }
    }

    public bool Has(string key) => _values.ContainsKey(key);

    public int LineOf(string key) => _values.TryGetValue(key, out var node) ? LineOf(node) : Line;

    /// <summary>One value with its white space made single; null when the key is missing or empty, or waits to be filled in.</summary>
    public string? Text(string key)
    {
        if (_toDo.Contains(key) || !_values.TryGetValue(key, out var node))
        {
            return null;
        }
        if (node is not YamlScalarNode { Value: var value })
        {
            Problems.Error(LineOf(node), $"'{key}' must be a single value");
            return null;
        }
        return OneLine(value) is { Length: > 0 } text ? text : null;
    }

    public string? RequiredText(string key)
    {
        var text = Text(key);
        if (text is null && !_toDo.Contains(key) && (!_values.TryGetValue(key, out var node) || node is YamlScalarNode))
        {
            Problems.Error(LineOf(key), $"'{key}' is missing");
        }
        return text;
    }

    /// <summary>A list of values; a single value counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        switch (_values.GetValueOrDefault(key))
        {
            case null or YamlScalarNode { Value: ToDo }:
                return [];
            case YamlScalarNode scalar:
                return OneLine(scalar.Value) is { Length: > 0 } single ? [single] : [];
            case YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode):
                return [.. list.Children.Select(c => OneLine(((YamlScalarNode)c).Value)).Where(t => t.Length > 0)];
            case var other:
                Problems.Error(LineOf(other), $"'{key}' must be a list of values");
                return [];
        }
    }

    /// <summary>A mapping inside this one; null when the key is missing.</summary>
    public YamlMap? Map(string key)
    {
        switch (_values.GetValueOrDefault(key))
        {
            case null:
                return null;
            case YamlMappingNode map:
                return new YamlMap(map, _lineOffset, Problems);
            case var other:
                Problems.Error(LineOf(other), $"'{key}' must be a mapping");
                return null;
        }
    }

    public IReadOnlyList<YamlMap> Maps(string key)
    {
        switch (_values.GetValueOrDefault(key))
        {
            case null:
                return [];
            case YamlSequenceNode list when list.Children.All(c => c is YamlMappingNode):
                return [.. list.Children.Select(c => new YamlMap((YamlMappingNode)c, _lineOffset, Problems))];
            case var other:
                Problems.Error(LineOf(other), $"'{key}' must be a list of mappings");
                return [];
        }
    }

    private int LineOf(YamlNode node) => (int)node.Start.Line + _lineOffset;

    private static string OneLine(string? text) => string.Join(' ', (text ?? "").Split((char[])[' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
