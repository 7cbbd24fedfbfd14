using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace MedtechBot.Host.Tests.Attachments;

/// <summary>Forms with files as browsers send them.</summary>
internal static partial class FilesForm
{
    public static readonly byte[] Pdf = "%PDF-1.7\n"u8.ToArray();

    public static MultipartFormDataContent Of(IEnumerable<(string Name, string Value)> fields, params (string Name, string Type, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }
        foreach (var (name, type, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue(type);
            form.Add(part, "files", name);
        }
        return form;
    }

    /// <summary>The files that a page's form holds already, with their boxes ticked.</summary>
    public static IEnumerable<(string Name, string Value)> Held(string page) => HeldBox().Matches(page).Select(m => ("held", m.Groups[1].Value));

    [GeneratedRegex("name=\"held\" value=\"([0-9a-f]{32})\"")]
    private static partial Regex HeldBox();
}
