using MedtechBot.Knowledge.Vectors;

namespace MedtechBot.Tests.Knowledge.Vectors;

public sealed class VectorFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medtechbot-");
    private readonly List<string> _told = [];

    private string File => Path.Combine(_folder.FullName, "index", "knowledge.vectors");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_written_is_read()
    {
        var written = Write();

        var read = VectorFile.Read(File, "model", _told.Add);

        Assert.Equal(written.OrderBy(v => v.Key).Select(v => v.Key), read.OrderBy(v => v.Key).Select(v => v.Key));
        Assert.All(written, v => Assert.Equal(v.Value, read[v.Key]));
        Assert.Empty(_told);
        Assert.Single(_folder.GetFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Any_flipped_byte_is_noticed()
    {
        Write();
        var bytes = System.IO.File.ReadAllBytes(File);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 0x10;
            System.IO.File.WriteAllBytes(File, bytes);
            bytes[i] ^= 0x10;

            Assert.Empty(VectorFile.Read(File, "model", _told.Add));
            Assert.Equal(i + 1, _told.Count);
        }
    }

    [Fact]
    public void One_that_is_cut_off_is_as_good_as_none()
    {
        Write();
        var bytes = System.IO.File.ReadAllBytes(File);
        foreach (var length in Enumerable.Range(0, bytes.Length))
        {
            System.IO.File.WriteAllBytes(File, bytes[..length]);
            Assert.Empty(VectorFile.Read(File, "model", _told.Add));
        }
        Assert.Equal(bytes.Length, _told.Count);
    }

    [Fact]
    public void Another_models_are_not_taken_and_no_damage()
    {
        Write();

        Assert.Empty(VectorFile.Read(File, "another", _told.Add));
        Assert.Empty(_told);
    }

    [Fact]
    public void Without_a_file_there_are_none() => Assert.Empty(VectorFile.Read(File, "model", _told.Add));

    private Dictionary<UInt128, float[]> Write()
    {
        var vectors = Enumerable.Range(0, 3).ToDictionary(i => VectorFile.Digest("text " + i), i => new[] { i, 0.5f, -1f });
        Assert.True(VectorFile.TryWrite(File, "model", vectors, _told.Add));
        return vectors;
    }
}
