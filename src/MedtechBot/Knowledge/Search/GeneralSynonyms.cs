using System.Reflection;
using System.Text;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Knowledge.Search;

/// <summary>What everyday language calls the same, built in from Sudachi's synonyms. Immutable; nothing of it is analysed until it is asked for.</summary>
internal sealed class GeneralSynonyms
{
    /// <summary>Longer ones are names that nobody asks by.</summary>
    public const int LongestForm = 24;

    private static readonly Lazy<GeneralSynonyms> Known = new(Read);

    private readonly TermKeys _forms;
    private readonly int[] _groupsAt;
    private readonly int[] _groups;
    private readonly int[] _membersAt;
    private readonly int[] _members;
    private readonly byte[] _marks;

    private GeneralSynonyms(ByteReader reader)
    {
        _forms = TermKeys.Read(ref reader);
        Groups = reader.Fixed();
        _groupsAt = reader.Fixed(_forms.Count + 1);
        _groups = reader.Fixed(_groupsAt[^1]);
        _membersAt = reader.Fixed(Groups + 1);
        _members = reader.Fixed(_membersAt[^1]);
        _marks = reader.Bytes(_membersAt[^1]).ToArray();
    }

    public static GeneralSynonyms BuiltIn => Known.Value;

    public int Groups { get; }

    /// <summary>The number of a form; when it is none, below 0, and whether longer ones begin with it.</summary>
    public int Find(ReadOnlySpan<char> form, out bool isStart)
    {
        isStart = false;
        if (form.Length > LongestForm)
        {
            return -1;
        }
        Span<byte> bytes = stackalloc byte[3 * LongestForm];
        bytes = bytes[..Encoding.UTF8.GetBytes(form, bytes)];
        var place = _forms.Find(bytes);
        var next = place < 0 ? ~place : place + 1;
        isStart = next < _forms.Count && _forms[next].StartsWith(bytes);
        return place < 0 ? -1 : place;
    }

    /// <summary>The groups in which a form calls for the others.</summary>
    public ReadOnlySpan<int> GroupsOf(int form) => _groups.AsSpan(_groupsAt[form], _groupsAt[form + 1] - _groupsAt[form]);

    /// <summary>The forms of a group that are looked for, each with the word that it is a way of writing.</summary>
    public IEnumerable<(int Form, int Word)> Members(int group)
    {
        for (var i = _membersAt[group]; i < _membersAt[group + 1]; i++)
        {
            if ((_marks[i] & 1) == 0)
            {
                yield return (_members[i], _marks[i] >> 1);
            }
        }
    }

    /// <summary>Which word of a group a form is a way of writing; -1 when it is not in it.</summary>
    public int WordOf(int group, int form)
    {
        var place = Array.IndexOf(_members, form, _membersAt[group], _membersAt[group + 1] - _membersAt[group]);
        return place < 0 ? -1 : _marks[place] >> 1;
    }

    public string Text(int form) => Encoding.UTF8.GetString(_forms[form]);

    private static GeneralSynonyms Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("synonyms.bin")
            ?? throw new InvalidOperationException("The synonyms are not built in.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new GeneralSynonyms(new ByteReader(bytes));
    }
}
