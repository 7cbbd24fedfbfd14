using FsCheck;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Stored;

namespace MedtechBot.Tests.Knowledge.Stored;

/// <summary>Whatever befalls the file of a stored index, it is made anew, and what is found stays the same.</summary>
public sealed class KnowledgeStorePropertyTests : IDisposable
{
    private static readonly string[] Questions = ["伴走コンサルの料金", "無料", "けいやく", "秘密保持契約"];

    private readonly KnowledgeFolder _folder = new();
    private readonly string _data = Directory.CreateTempSubdirectory("stored-").FullName;

    public KnowledgeStorePropertyTests() => _folder.With("a.md", KnowledgeFolder.Article("first"))
        .With("b.md", KnowledgeFolder.Article("second", KnowledgeFolder.Section.Replace("伴走コンサルは原則無料である。", "秘密保持契約は共同開発の前に結ぶ。", StringComparison.Ordinal)));

    private string File => Path.Combine(_data, "knowledge.index");

    public void Dispose()
    {
        _folder.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public void A_damaged_file_leads_to_a_new_one_and_never_to_another_answer()
    {
        var (expected, nothing) = Open();
        Assert.Equal(0, nothing);
        var good = System.IO.File.ReadAllBytes(File);
        var damages =
            from kind in Gen.Choose(0, 3)
            from at in Gen.Choose(0, good.Length - 1)
            from other in Gen.Choose(1, 255)
            select (kind, at, other);

        Prop.ForAll(Arb.From(damages), damage =>
        {
            System.IO.File.WriteAllBytes(File, Damaged(good, damage.kind, damage.at, (byte)damage.other));

            var (found, told) = Open();

            Assert.Equal(expected, found);
            Assert.Equal(good, System.IO.File.ReadAllBytes(File));
            return told == 1;
        }).Check(new Configuration { MaxNbOfTest = 40, Runner = Configuration.QuickThrowOnFailure.Runner });
    }

    private static byte[] Damaged(byte[] good, int kind, int at, byte other)
    {
        var bad = (byte[])good.Clone();
        switch (kind)
        {
            // One byte, all behind it (with one that is surely another), the end, or a piece at the end that was never written.
            case 0:
                bad[at] ^= other;
                return bad;
            case 1:
                new System.Random(at).NextBytes(bad.AsSpan(at));
                bad[at] = (byte)(good[at] ^ other);
                return bad;
            case 2:
                return bad[..at];
            default:
                bad.AsSpan(at).Clear();
                bad[at] = (byte)(good[at] ^ other);
                return bad;
        }
    }

    private (List<(string, double)> Found, int Told) Open()
    {
        var told = new List<string>();
        using var store = new KnowledgeStore(_folder.Path, File, tell: told.Add);
        using var index = new KnowledgeIndex(_folder.Path, store);
        store.Saving.GetAwaiter().GetResult();
        return ([.. Questions.SelectMany(q => index.Current.Search.Search(q, 5)).Select(h => (h.Passage.Id.Value, h.Score))], told.Count);
    }
}
