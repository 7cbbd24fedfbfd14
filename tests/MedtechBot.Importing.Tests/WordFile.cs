using System.IO.Compression;
using System.Text;

namespace MedtechBot.Importing.Tests;

/// <summary>Makes DOCX files entry by entry, broken and hostile ones as well.</summary>
internal sealed class WordFile
{
    public const string Styles = """
        <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="社内見出し"/><w:basedOn w:val="2"/></w:style>
        <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
        """;

    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, Action<Stream> Write)> _entries = [];

    public static WordFile Of(string body, string more = "") => new WordFile()
        .With("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>""")
        .With("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="word/document.xml"/></Relationships>""")
        .With("word/_rels/document.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="{Office}/styles" Target="styles.xml"/>{more}</Relationships>""")
        .With("word/styles.xml", $"<w:styles {Word}>{Styles}</w:styles>")
        .With("word/document.xml", Document(body));

    public static string Document(string body) => $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document {Word}><w:body>{body}</w:body></w:document>";

    public static string Paragraph(string text, string? style = null) =>
        $"<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{Paragraph(text)}</w:tc>";

    public static string Table(params string[][] rows) =>
        "<w:tbl>" + string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(c => c.StartsWith('<') ? c : Cell(c)))}</w:tr>")) + "</w:tbl>";

    public static string Reference(string type, string target) => $"<Relationship Id=\"x{target.Length}\" Type=\"{Office}/{type}\" Target=\"{target}\" TargetMode=\"External\"/>";

    public WordFile With(string name, string text) => With(name, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    public WordFile With(string name, Action<Stream> write)
    {
        _entries.RemoveAll(e => e.Name == name);
        _entries.Add((name, write));
        return this;
    }

    public byte[] Bytes()
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in _entries)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                write(stream);
            }
        }
        return memory.ToArray();
    }
}
