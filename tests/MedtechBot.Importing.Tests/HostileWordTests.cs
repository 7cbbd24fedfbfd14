using System.Text;
using static MedtechBot.Importing.Tests.WordFile;

namespace MedtechBot.Importing.Tests;

/// <summary>DOCX files that are broken, locked, or made to do harm.</summary>
public sealed class HostileWordTests : IDisposable
{
    private static readonly ImportLimits Small = new() { UnpackedBytes = 5_000_000, XmlBytes = 1_000_000, ZipEntries = 50 };

    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("word/media/image1.png")]
    [InlineData("word/document.xml")]
    [InlineData("customXml/item1.xml")]
    public void A_zip_bomb_is_noticed_while_it_is_unpacked(string entry)
    {
        var bomb = WordFile.Of(Paragraph("文である。")).With(entry, stream =>
        {
            stream.Write("<a>"u8);
            var spaces = Encoding.ASCII.GetBytes(new string(' ', 1_000_000));
            for (var i = 0; i < 40; i++)
            {
                stream.Write(spaces);
            }
        }).Bytes();

        Assert.True(bomb.Length < 500_000);
        Assert.Contains("unpacks to more", _folder.Refusal(_folder.Add("bomb.docx", bomb), Small), StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_that_the_zip_gives_itself_are_not_believed()
    {
        var bytes = WordFile.Of(Paragraph(new string('a', 6_000_000))).Bytes();
        // The size before packing, in the central directory, as a small number.
        var directory = bytes.AsSpan().LastIndexOf("word/document.xml"u8);
        bytes.AsSpan(directory - 46 + 24, 4).Clear();
        bytes[directory - 46 + 24] = 100;

        Assert.Matches("unpacks to more|is broken", _folder.Refusal(_folder.Add("liar.docx", bytes), Small));
    }

    [Fact]
    public void Too_many_files_inside_are_refused()
    {
        var many = WordFile.Of(Paragraph("文である。"));
        for (var i = 0; i < 60; i++)
        {
            many.With($"word/media/{i}.png", "");
        }

        Assert.Contains("more than 50", _folder.Refusal(_folder.Add("many.docx", many.Bytes()), Small), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]>", "&c;")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>", "&b;")]
    [InlineData("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\">", "")]
    public void Entities_and_document_types_are_not_read(string doctype, string text)
    {
        var hostile = WordFile.Of("").With("word/document.xml", Document(Paragraph(text)).Replace("?><w", $"?>{doctype}<w", StringComparison.Ordinal));

        Assert.Contains("is broken or no Word document", _folder.Refusal(_folder.Add("dtd.docx", hostile.Bytes())), StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_without_end_in_each_other_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 20_000)) + Paragraph("文") + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 20_000));

        Assert.Contains("nested more than 256 deep", _folder.Refusal(_folder.Add("deep.docx", WordFile.Of(deep).Bytes())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_main_part_that_hides_behind_another_name_is_refused()
    {
        var hidden = WordFile.Of("").With("word/document.bin", Document(Paragraph("文である。")))
            .With("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.bin" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")
            .With("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.bin"/></Relationships>""");

        Assert.Contains("is broken or no Word document", _folder.Refusal(_folder.Add("hidden.docx", hidden.Bytes())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_locked_file_says_so_and_what_to_do()
    {
        byte[] locked = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2_000]];

        Assert.Contains("protected by a password", _folder.Refusal(_folder.Add("locked.docx", locked)), StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_files_are_refused_in_one_line()
    {
        var good = WordFile.Of(Paragraph("文である。")).Bytes();
        var files = new Dictionary<string, byte[]>
        {
            ["text.docx"] = "これはWordではない。"u8.ToArray(),
            ["cut.docx"] = good[..(good.Length / 2)],
            ["head.docx"] = good[..10],
            ["nothing.docx"] = WordFile.Of("").With("word/document.xml", "").Bytes(),
            ["half.docx"] = WordFile.Of("").With("word/document.xml", Document("<w:p>")[..^20]).Bytes(),
            ["other.docx"] = WordFile.Of("").With("word/document.xml", "<html/>").Bytes(),
            ["relations.docx"] = WordFile.Of(Paragraph("文")).With("_rels/.rels", "<Relationships").Bytes(),
            ["types.docx"] = WordFile.Of(Paragraph("文")).With("[Content_Types].xml", "<Types/>").Bytes(),
        };
        foreach (var (name, bytes) in files)
        {
            Assert.Contains("is broken or no Word document", _folder.Refusal(_folder.Add(name, bytes)), StringComparison.Ordinal);
        }
        Assert.Contains("no Word document", _folder.Refusal(_folder.Add("zip.docx", new WordFile().With("a.txt", "a").Bytes())), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_inside_that_lead_elsewhere_write_nothing()
    {
        var draft = _folder.Draft(_folder.Add("paths.docx", WordFile.Of(Paragraph("文である。")).With("../../evil.txt", "a").With("/evil.txt", "a").With("word/..\\evil.txt", "a").Bytes()));

        Assert.Contains("文である。", draft, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Root, "evil*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Every_damaged_byte_ends_in_a_draft_or_a_refusal()
    {
        var good = WordFile.Of(Paragraph("章", "1") + Paragraph("文である。") + Table(["a", "b"], ["c", "d"])).Bytes();
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var bytes = (byte[])good.Clone();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }
            try
            {
                _folder.Import(_folder.Add("damaged.docx", bytes), force: true);
            }
            catch (ImportRefusedException refused)
            {
                Assert.NotEqual("", refused.Message);
            }
        }
    }
}
