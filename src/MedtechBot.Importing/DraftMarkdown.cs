using System.Text;
using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Importing;

/// <summary>Writes a draft: a document of the knowledge base in which everything that nobody knows yet says TODO.</summary>
internal static class DraftMarkdown
{
    private const int LongestLocator = 240;

    public static string Head(string id, string title, string sourceName) => $"""
        ---
        # A draft made by "knowledge import". Say in your own words what people need, fill in every {YamlMap.ToDo},
        # set reviewed to the day it was checked, and move it to guidebooks/ or case-studies/ once
        # "knowledge lint" has nothing against it. knowledge/README.md says how to write.
        id: {id}
        title: {Quoted(title)}
        title_en: {YamlMap.ToDo}
        kind: {YamlMap.ToDo}            # guidebook or case-study
        topics: {YamlMap.ToDo}          # regulatory ip clinical reimbursement funding overseas ecosystem
        stages: []
        jurisdictions: {YamlMap.ToDo}   # JP US EU ... or GLOBAL
        authority: {YamlMap.ToDo}       # law, authority, guidebook or case-study
        sources:
          - id: {id}
            title: {Quoted(sourceName)}
            publisher: {YamlMap.ToDo}
            date: {YamlMap.ToDo}
            url: {YamlMap.ToDo}         # or the word unknown
        as_of: {YamlMap.ToDo}
        reviewed: {DocumentHead.Draft}
        ---

        # {PlainText.Escape(title)}

        """.ReplaceLineEndings("\n");

    public static string Section(DraftSection section, string source)
    {
        var text = new StringBuilder();
        text.Append("\n## ").Append(PlainText.Escape(section.Heading)).Append(" {#").Append(section.Id).Append("}\n\n<!-- passage\nsource: ").Append(source).Append('\n');
        if (section.Locator is { Length: > 0 } locator)
        {
            text.Append("locator: ").Append(Quoted(locator.Length <= LongestLocator ? locator : locator[..(LongestLocator - 1)] + "…")).Append('\n');
        }
        text.Append("en: ").Append(YamlMap.ToDo).Append("\n-->\n");
        SourceBlock? before = null;
        foreach (var block in section.Blocks)
        {
            text.Append(before is ItemBlock && block is ItemBlock ? "" : "\n");
            Append(block, text, (before as ItemBlock)?.Depth);
            before = block;
        }
        return text.ToString();
    }

    private static void Append(SourceBlock block, StringBuilder text, int? depthBefore)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                text.Append(PlainText.Escape(paragraph.Text)).Append('\n');
                break;
            case ItemBlock item:
                // An item may stand at most one step deeper than the one before it, or it would be a code block.
                text.Append(' ', 2 * Math.Min(item.Depth, depthBefore is { } depth ? depth + 1 : 0)).Append("- ").Append(PlainText.Escape(item.Text)).Append('\n');
                break;
            case TableBlock table:
                Row(table.Rows[0], text);
                Row(table.Rows[0].Select(_ => "---"), text);
                foreach (var row in table.Rows.Skip(1))
                {
                    Row(row.Select(PlainText.Escape), text);
                }
                break;
        }
    }

    private static void Row(IEnumerable<string> cells, StringBuilder text) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    // Quoted YAML on one line; a comment that ended early would spill its rest into the text.
    private static string Quoted(string text) =>
        '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("--", "- -", StringComparison.Ordinal) + '"';
}
