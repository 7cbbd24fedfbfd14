using System.Runtime.InteropServices;

namespace MedtechBot.Knowledge.Search;

/// <summary>Makes one field of several. What stood in documents that are left out is gone, as if it had never been there.</summary>
internal static class TermFieldMerge
{
    private static readonly IComparer<(TermCursor Cursor, int Part)> InOrder = Comparer<(TermCursor Cursor, int Part)>.Create(
        (one, other) => one.Cursor.Term.SequenceCompareTo(other.Cursor.Term) is var order and not 0 ? order : one.Part - other.Part);

    /// <param name="parts">Each with its documents' new numbers, rising; -1 leaves a document out.</param>
    /// <returns>The field, and where each part's terms now stand (-1: gone).</returns>
    public static (TermFieldData Field, int[][] Terms) Merge(IReadOnlyList<(TermFieldData Field, int[] Places)> parts, int documents)
    {
        var lengths = new int[documents];
        var terms = new int[parts.Count][];
        var queue = new PriorityQueue<int, (TermCursor Cursor, int Part)>(parts.Count, InOrder);
        for (var part = 0; part < parts.Count; part++)
        {
            Place(parts[part].Field.Lengths(), parts[part].Places, lengths);
            terms[part] = new int[parts[part].Field.Terms];
            var cursor = new TermCursor(parts[part].Field);
            if (cursor.Next())
            {
                queue.Enqueue(part, (cursor, part));
            }
        }
        var writer = new TermFieldWriter(documents, parts.Any(p => p.Field is { AreNumbers: true, Terms: > 0 }));
        var (found, key, same) = (new FoundPostings(), Array.Empty<byte>(), new List<(int Part, int Number)>());
        while (queue.TryPeek(out _, out var first))
        {
            key = Keep(first.Cursor.Term, key, out var length);
            found.Clear();
            same.Clear();
            while (queue.TryPeek(out var part, out var next) && next.Cursor.Term.SequenceEqual(key.AsSpan(0, length)))
            {
                same.Add((part, next.Cursor.Place.Number));
                found.Add(next.Cursor, parts[part].Places);
                // Out of the queue before it moves on, since that is what the queue sorts by.
                queue.Dequeue();
                if (next.Cursor.Next())
                {
                    queue.Enqueue(part, next);
                }
            }
            foreach (var (part, number) in same)
            {
                terms[part][number] = found.Count == 0 ? -1 : writer.Count;
            }
            if (found.Count > 0)
            {
                found.Sort();
                writer.Add(key.AsSpan(0, length), found.Documents, found.More);
            }
        }
        GC.KeepAlive(parts);
        return (writer.Finish(lengths), terms);
    }

    private static byte[] Keep(ReadOnlySpan<byte> term, byte[] into, out int length)
    {
        length = term.Length;
        if (into.Length < length)
        {
            into = new byte[2 * length];
        }
        term.CopyTo(into);
        return into;
    }

    private static void Place(int[] lengths, int[] places, int[] into)
    {
        for (var i = 0; i < lengths.Length; i++)
        {
            if (places[i] >= 0)
            {
                into[places[i]] = lengths[i];
            }
        }
    }

    /// <summary>The documents of one term, collected from several fields.</summary>
    private sealed class FoundPostings
    {
        private readonly List<int> _documents = [];
        private readonly List<byte> _more = [];
        private bool _isSorted = true;

        public int Count => _documents.Count;

        public ReadOnlySpan<int> Documents => CollectionsMarshal.AsSpan(_documents);

        public ReadOnlySpan<byte> More => CollectionsMarshal.AsSpan(_more);

        public void Clear()
        {
            _documents.Clear();
            _more.Clear();
            _isSorted = true;
        }

        public void Add(TermCursor term, int[] places)
        {
            Span<int> documents = stackalloc int[PostingReader.Block];
            var postings = new PostingReader(term.Field.Postings[term.Place.Start..], term.Place, term.Field.Documents, documents);
            var last = Count == 0 ? -1 : _documents[^1];
            while (postings.Next())
            {
                var counted = 0;
                for (var i = 0; i < postings.Documents.Length; i++)
                {
                    var more = !postings.Oftener.IsEmpty && (postings.Oftener[i / 8] >> (i % 8) & 1) != 0 ? postings.More[counted++] : (byte)0;
                    if (places[postings.Documents[i]] is var place and >= 0)
                    {
                        _documents.Add(place);
                        _more.Add(more);
                        _isSorted &= place > last;
                        last = place;
                    }
                }
            }
        }

        public void Sort()
        {
            if (!_isSorted)
            {
                CollectionsMarshal.AsSpan(_documents).Sort(CollectionsMarshal.AsSpan(_more));
            }
        }
    }
}
