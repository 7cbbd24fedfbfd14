using MedtechBot.Knowledge;

namespace MedtechBot.Tests.Knowledge;

public sealed class KnowledgeReaderTests : IDisposable
{
    private readonly KnowledgeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_section_becomes_a_passage_with_everything_it_says()
    {
        var reading = _folder.With("guidebooks/medic.md", KnowledgeFolder.Article(section: """
            ## 料金は**いくら**か {#fee}

            <!-- passage
            source: meti
            locator: p. 3
            en_title: The fee
            en: >-
              Advice costs 8.5 units, e.g. nothing.
              How is paid.
            asks:
              - お金がかかるか
            as_of: 2023
            limit: not-in-sources
            -->

            `What`は原則[無料](https://example.org/a)である。Howは「有料。高い」ことがある。

            次の段落。
            """)).Read();

        Assert.Empty(reading.Problems);
        var document = Assert.Single(reading.Documents);
        Assert.Equal("guidebooks/medic.md", document.File);
        var passage = Assert.Single(document.Passages);
        Assert.Equal("medic#fee", passage.Id.Value);
        Assert.Equal("料金はいくらか", passage.Heading);
        Assert.Equal("The fee", passage.HeadingEn);
        Assert.Equal(["Whatは原則無料である。", "Howは「有料。高い」ことがある。", "次の段落。"], passage.Units.Select(u => u.Text));
        Assert.Equal("Whatは原則無料である。\nHowは「有料。高い」ことがある。\n次の段落。", passage.Text);
        Assert.Equal(["Advice costs 8.5 units, e.g. nothing.", "How is paid."], passage.English);
        Assert.Equal(["お金がかかるか"], passage.Asks);
        Assert.Equal(new PartialDate(2023), passage.AsOf);
        Assert.Equal(StatementLimit.NotInSources, passage.Limit);
        var source = Assert.Single(passage.Sources);
        Assert.Equal(("経済産業省", "p. 3", null), (source.Source.Publisher, source.Locator, source.Source.Url));
        Assert.StartsWith("`What`は原則[無料]", passage.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("passage", passage.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_items_carry_what_they_belong_to_and_rows_carry_their_columns()
    {
        var reading = _folder.With("a.md", KnowledgeFolder.ArticleOf("""
            - 費用:
              - 国内: 8.5億円
            - 期間は3年。続きもある。

            | 国 | 補助 | 備考 |
            |---|---|---|
            | シンガポール | 70% | |
            """)).Read();

        Assert.Empty(reading.Problems);
        Assert.Equal(
            [
                new QuoteUnit("費用: 国内: 8.5億円", QuoteUnitKind.ListItem),
                new QuoteUnit("期間は3年。続きもある。", QuoteUnitKind.ListItem),
                new QuoteUnit("国: シンガポール; 補助: 70%", QuoteUnitKind.TableRow),
            ],
            reading.Documents[0].Passages[0].Units);
    }

    [Fact]
    public void Readme_files_and_hidden_files_are_not_documents()
    {
        var reading = _folder.With("README.md", "hello").With(".draft.md", "hello").With("sub/readme.md", "hello").Read();

        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Documents);
    }
}
