using System.Globalization;
using System.Text;

namespace MedtechBot.Importing.Tests;

/// <summary>Writes PDF 1.4 by hand: text at places, in one font whose Japanese letters are as wide as they are tall.</summary>
internal sealed class PdfFile
{
    private readonly List<StringBuilder> _pages = [];

    /// <summary>Belongs into the trailer's dictionary.</summary>
    public string Trailer { get; init; } = "";

    public PdfFile Page()
    {
        _pages.Add(new StringBuilder());
        return this;
    }

    /// <param name="top">From the upper edge of an A4 page, in points.</param>
    public PdfFile Text(double left, double top, string text, double size = 10)
    {
        var hex = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));
        _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F {size} Tf {left} {842 - top} Td <{hex}> Tj ET\n");
        return this;
    }

    public byte[] Bytes()
    {
        var objects = new List<string>
        {
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count {_pages.Count}/Kids[{string.Join(' ', _pages.Select((_, i) => $"{6 + (2 * i)} 0 R"))}]>>",
            "<</Type/Font/Subtype/Type0/BaseFont/Test/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W[32 126 500]/FontDescriptor<</Type/FontDescriptor/FontName/Test/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>>>",
            Stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"),
        };
        foreach (var page in _pages)
        {
            objects.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {objects.Count + 2} 0 R>>");
            objects.Add(Stream(page.ToString()));
        }
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (number, content) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number + 1} 0 obj\n{content}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Count + 1}/Root 1 0 R{Trailer}>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Stream(string content) => $"<</Length {content.Length}>>\nstream\n{content}\nendstream";
}
