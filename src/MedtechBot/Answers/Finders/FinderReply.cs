using System.Text;
using MedtechBot.Knowledge;

namespace MedtechBot.Answers.Finders;

/// <summary>Puts a finder's answer together: lines quoted from passages, each with its citation.</summary>
internal sealed class FinderReply(Language language, DateOnly today)
{
    private readonly StringBuilder _text = new();
    private readonly List<Citation> _citations = [];
    private readonly List<Passage> _passages = [];

    /// <summary>A line of our own; it states nothing that a source would have to carry.</summary>
    public FinderReply Say(string text)
    {
        StartLine();
        _text.Append(text);
        return this;
    }

    /// <summary>Quotes units of the passage, a line each after the label; units that stand together make one citation.</summary>
    public FinderReply Quote(Passage passage, IEnumerable<int> units, string label = "")
    {
        var chosen = units.Distinct().Order().ToList();
        for (var i = 0; i < chosen.Count;)
        {
            var end = i + 1;
            while (end < chosen.Count && chosen[end] == chosen[end - 1] + 1)
            {
                end++;
            }
            var run = chosen[i..end].ConvertAll(u => passage.Units[u]);
            for (var u = 0; u < run.Count; u++)
            {
                // Sentences run on; rows and items stand on lines of their own.
                var runsOn = u > 0 && run[u].Kind == QuoteUnitKind.Sentence && run[u - 1].Kind == QuoteUnitKind.Sentence;
                if (!runsOn)
                {
                    StartLine();
                    _text.Append(run[u].Kind == QuoteUnitKind.Sentence ? "" : "- ").Append(label);
                }
                _text.Append(run[u].Text);
            }
            Cite(passage, string.Join('\n', run.Select(u => u.Text)));
            i = end;
        }
        return this;
    }

    /// <summary>Quotes the passage in the asker's language: its gist for English, the given units otherwise.</summary>
    /// <param name="mostGist">Of a longer gist only the first sentences are given, one at least.</param>
    public FinderReply QuoteOrGist(Passage passage, IReadOnlyList<int> units, string label = "", int mostGist = int.MaxValue)
    {
        if (language != Language.English || passage.English.Count == 0)
        {
            return Quote(passage, units, label);
        }
        StartLine();
        var length = 0;
        _text.Append(label).AppendJoin(' ', passage.English.TakeWhile((sentence, i) => (length += sentence.Length) <= mostGist || i == 0));
        Cite(passage, string.Join('\n', units.TakeWhile((u, i) => u == units[0] + i).Select(u => passage.Units[u].Text)));
        return this;
    }

    /// <summary>Which of the passage's units a row is quoted by.</summary>
    public static int UnitOf(Passage passage, PassageRow row) =>
        Enumerable.Range(0, passage.Units.Count).First(i => passage.Units[i].Text == row.Text);

    public Answer ToAnswer(IEnumerable<string> suggestions)
    {
        var caveats = Caveats.Of(_passages, language, today);
        foreach (var note in caveats.Notes)
        {
            _text.Append("\n\n").Append(note);
        }
        return new Answer
        {
            Outcome = OutcomeKind.Answered,
            Language = language,
            Text = _text.ToString(),
            Citations = _citations,
            Caveat = caveats.Any,
            DateLine = Phrases.DateLine(_passages, language),
            Suggestions = [.. suggestions.Distinct().Take(3)],
            OffersConsultation = caveats.LeavesOpen,
        };
    }

    private void Cite(Passage passage, string quote)
    {
        var citation = Citation.Of(_citations.Count + 1, passage, quote, language);
        _citations.Add(citation);
        _passages.Add(passage);
        _text.Append($" [{citation.Position}]");
    }

    private void StartLine()
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }
    }
}
