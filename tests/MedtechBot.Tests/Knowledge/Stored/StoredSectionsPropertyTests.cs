using FsCheck;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Tests.Knowledge.Stored;

/// <summary>Whatever befalls the bytes of a stored index.</summary>
public class StoredSectionsPropertyTests
{
    private static readonly Gen<(int Seed, int Most)> Small =
        from seed in Gen.Choose(0, int.MaxValue)
        from most in Gen.Choose(0, 40)
        select (seed, most);

    [Fact]
    public void What_is_packed_is_read() => Prop.ForAll(Arb.From(Small), s =>
    {
        var contents = Contents(s.Seed, s.Most);
        var sections = new StoredSections(new StoredBytes(Packed(contents)));
        sections.Verify();
        return contents.All(c => sections.Read(c.Key).AsSpan().SequenceEqual(c.Value));
    }).Check(Times(200));

    [Fact]
    public void Of_a_small_one_every_flipped_bit_and_every_cut_is_noticed() => Prop.ForAll(Arb.From(Small), s =>
    {
        var bytes = Packed(Contents(s.Seed, s.Most));
        return Enumerable.Range(0, bytes.Length * 8).All(bit => IsNoticed(bytes, bit / 8, (byte)(1 << (bit % 8))))
            && Enumerable.Range(0, bytes.Length).All(length => !IsWhole(bytes[..length]))
            && !IsWhole([.. bytes, 0]);
    }).Check(Times(15));

    [Fact]
    public void Of_a_large_one_any_other_byte_is_noticed()
    {
        var bytes = Packed(Contents(1, 300_000));
        Prop.ForAll(Arb.From(Gen.Choose(0, bytes.Length - 1)), Arb.From(Gen.Choose(1, 255)), (at, other) => IsNoticed(bytes, at, (byte)other)).Check(Times(300));
    }

    private static bool IsNoticed(byte[] bytes, int at, byte other)
    {
        bytes[at] ^= other;
        var isNoticed = !IsWhole(bytes);
        bytes[at] ^= other;
        return isNoticed;
    }

    private static bool IsWhole(byte[] bytes)
    {
        try
        {
            new StoredSections(new StoredBytes(bytes)).Verify();
            return true;
        }
        catch (Exception told) when (told is InvalidDataException || told.InnerException is InvalidDataException)
        {
            return false;
        }
    }

    private static Dictionary<Section, byte[]> Contents(int seed, int most)
    {
        var random = new System.Random(seed);
        return Enum.GetValues<Section>().ToDictionary(s => s, _ =>
        {
            var bytes = new byte[random.Next(most + 1)];
            random.NextBytes(bytes);
            return bytes;
        });
    }

    private static byte[] Packed(Dictionary<Section, byte[]> contents) => StoredSections.Pack((section, writer) => writer.Bytes(contents[section]));

    private static Configuration Times(int times) => new() { MaxNbOfTest = times, Runner = Configuration.QuickThrowOnFailure.Runner };
}
