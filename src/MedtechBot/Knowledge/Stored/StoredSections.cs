namespace MedtechBot.Knowledge.Stored;

/// <summary>The parts of a stored index, in the order they stand in.</summary>
internal enum Section { Documents, Passages, Evidence, Words, Order, Bigrams, Titles, Writing, Sounds }

/// <summary>Parts one behind the other below a head that says where each lies and what its checksum is: every byte counts in one of them.</summary>
internal sealed class StoredSections
{
    private const int Magic = 0x4B42544D;
    // To be raised when the same bytes would mean something else.
    private const int Version = 5;
    private const int HeadLength = (2 + 3 * Count + 1) * sizeof(int);
    private const int Count = (int)Section.Sounds + 1;

    private readonly (long Start, int Length, uint Sum)[] _sections = new (long, int, uint)[Count];

    /// <exception cref="InvalidDataException">It is not what was written: cut off, changed, of another version, or something else.</exception>
    public StoredSections(StoredBytes bytes)
    {
        Bytes = bytes;
        if (bytes.Length < HeadLength)
        {
            throw new InvalidDataException("is too short");
        }
        var head = bytes.Read(0, HeadLength);
        var reader = new ByteReader(head);
        if (reader.Fixed() != Magic || reader.Fixed() != Version)
        {
            throw new InvalidDataException("is of another kind or version");
        }
        long start = HeadLength;
        for (var i = 0; i < Count; i++)
        {
            var section = (Start: reader.Fixed(), Length: reader.Fixed(), Sum: (uint)reader.Fixed());
            if (section.Start != start || section.Length < 0)
            {
                throw new InvalidDataException("has a damaged head");
            }
            _sections[i] = section;
            start += section.Length;
        }
        if ((uint)reader.Fixed() != StoredBytes.Checksum(head.AsSpan(0, HeadLength - sizeof(int))) || start != bytes.Length)
        {
            throw new InvalidDataException("is damaged or cut off");
        }
    }

    public StoredBytes Bytes { get; }

    public static byte[] Pack(Action<Section, ByteWriter> write)
    {
        var (body, sections) = (new ByteWriter(), new List<(int, uint)>());
        for (var section = Section.Documents; (int)section < Count; section++)
        {
            var start = body.Length;
            write(section, body);
            sections.Add((body.Length - start, StoredBytes.Checksum(body.Written[start..])));
        }
        return [.. Head(sections), .. body.Written];
    }

    /// <summary>The same with the last parts, which were empty, filled in: what stood before stays where it was.</summary>
    public CompletedSections Complete(Action<Section, ByteWriter> write)
    {
        var (more, sections) = (new ByteWriter(), new List<(int, uint)>());
        for (var i = 0; i < Count; i++)
        {
            var start = more.Length;
            if (_sections[i].Length == 0)
            {
                write((Section)i, more);
            }
            sections.Add(more.Length > start ? (more.Length - start, StoredBytes.Checksum(more.Written[start..])) : (_sections[i].Length, _sections[i].Sum));
        }
        return new CompletedSections(Head(sections).ToArray(), Bytes, more.ToArray());
    }

    private static ReadOnlySpan<byte> Head(IReadOnlyList<(int Length, uint Sum)> sections)
    {
        var head = new ByteWriter();
        head.Fixed([Magic, Version]);
        var start = HeadLength;
        foreach (var (length, sum) in sections)
        {
            head.Fixed([start, length, (int)sum]);
            start += length;
        }
        head.Fixed((int)StoredBytes.Checksum(head.Written));
        return head.Written;
    }

    public byte[]? ReadIfAny(Section section) => _sections[(int)section].Length == 0 ? null : Read(section);

    public long StartOf(Section section) => _sections[(int)section].Start;

    public byte[] Read(Section section) => Bytes.Read(StartOf(section), _sections[(int)section].Length);

    /// <exception cref="InvalidDataException">A byte is not as it was written.</exception>
    public void Verify() => Parallel.For(0, Count, i =>
    {
        if (Bytes.Checksum(_sections[i].Start, _sections[i].Length) != _sections[i].Sum)
        {
            throw new InvalidDataException($"is damaged ({(Section)i})");
        }
    });
}

/// <param name="Bytes">Between them stands all but the head of these.</param>
internal sealed record CompletedSections(byte[] Head, StoredBytes Bytes, byte[] More)
{
    public void WriteTo(Stream stream)
    {
        stream.Write(Head);
        Bytes.CopyTo(stream, Head.Length);
        stream.Write(More);
    }
}
