using System.Text.RegularExpressions;
using MedtechBot.Knowledge;

namespace MedtechBot.Answers.Finders;

/// <summary>
/// The same subject in two countries or more: "日本と米国のクラス分類の違い". Each country's statement comes from a passage that speaks of that
/// country alone, so that no rule is told of the wrong one; a country without such a passage is named as missing.
/// </summary>
internal static partial class CountryComparison
{
    private const int MostCountries = 5;
    private const int MostGist = 240;

    // Seen in trials: below these, headings share a word with the subject and little more.
    private const double Headed = 0.5;
    private const double Near = 0.45;
    private const double InTable = 0.4;
    private const double Whole = 0.8;

    public static Answer? Find(FinderQuestion asked, KnowledgeSnapshot knowledge)
    {
        var named = asked.Named(Countries.Names);
        var countries = Countries.All.Where(j => j.Spellings.Any(named.Contains)).OrderBy(j => named.Index().First(n => j.Spellings.Contains(n.Item)).Index).ToList();
        if (countries.Count is < 2 or > MostCountries || !OneSubject(asked.Now, named) || !asked.Says(Compares()) || asked.Subject is not { Length: > 1 } subject)
        {
            return null;
        }
        var sideBySide = AnswerComposer.Candidates(asked.About(subject, knowledge), knowledge, p => p.Kind == DocumentKind.Guidebook && countries.Count(c => p.Jurisdictions.Contains(c.Code)) > 1)
            .Where(c => c.Asked >= InTable && c.Coverage >= Whole).OrderByDescending(c => c.Asked).Select(c => c.Passage).ToList();
        var own = countries.ConvertAll(country => Own(asked, country, subject, knowledge));
        var together = own.TrueForAll(o => o?.Asked >= Headed) ? null : sideBySide.Find(p => countries.TrueForAll(c => RowOf(c, p) is not null));
        var found = countries.Zip(own).Select(c => (Country: c.First, Statement: Of(c.First, c.Second))).ToList();
        if (found.Count(f => f.Statement is not null) == 0)
        {
            return null;
        }
        var reply = asked.Reply();
        foreach (var (country, statement) in found)
        {
            var label = asked.IsEnglish ? country.English + ": " : country.Spellings[0] + ": ";
            if (statement is not var (passage, unit))
            {
                reply.Say(label + (asked.IsEnglish ? "nothing on this was found in the sources." : "この点についての資料は見つかりませんでした。"));
            }
            else if (passage.Jurisdictions.Count > 1)
            {
                reply.Quote(passage, [unit]);
            }
            else
            {
                reply.QuoteOrGist(passage, [unit], label, MostGist);
            }
        }
        return reply.ToAnswer(sideBySide.Take(2).Select(p => asked.IsEnglish ? p.HeadingEn ?? p.Heading : p.Heading));

        // Where not every country has a passage headed by the subject, one table says the same thing of all of them.
        (Passage Passage, int Unit)? Of(Country country, Candidate? candidate) =>
            together is not null ? RowOf(country, together)
            : candidate is not null ? (candidate.Passage, Statement(asked, subject, candidate.Passage, knowledge))
            : sideBySide.Select(p => RowOf(country, p)).FirstOrDefault(r => r is not null);
    }

    /// <summary>What is said best of the subject in passages of that country alone.</summary>
    private static Candidate? Own(FinderQuestion asked, Country country, string subject, KnowledgeSnapshot knowledge)
    {
        var question = asked.About($"{(asked.IsEnglish ? country.English : country.Spellings[0])} {subject}", knowledge);
        return AnswerComposer.Candidates(question, knowledge, p => p.Jurisdictions is [var only] && only == country.Code && p.Kind == DocumentKind.Guidebook && p.Limit != StatementLimit.NotInSources)
            .FirstOrDefault(c => AnswerComposer.Carries(question, c) && c.Asked >= Near);
    }

    /// <summary>False for two things of two countries ("PCCP(米国)とIDATEN(日本)の違い"): such pairs are passages of their own.</summary>
    private static bool OneSubject(string text, IReadOnlyList<string> named)
    {
        foreach (var spelling in named.Select(n => n.ToLowerInvariant()).OrderByDescending(n => n.Length))
        {
            text = text.Replace(spelling, "@", StringComparison.Ordinal);
        }
        return Joined().IsMatch(text);
    }

    private static (Passage Passage, int Unit)? RowOf(Country country, Passage passage)
    {
        var unit = passage.Units.Index().FirstOrDefault(u => u.Item.Kind != QuoteUnitKind.Sentence
            && country.Spellings.Any(s => u.Item.Text.StartsWith("国・地域: " + s + ";", StringComparison.Ordinal) || u.Item.Text.StartsWith(s + ": ", StringComparison.Ordinal)));
        return unit.Item is null ? null : (passage, unit.Index);
    }

    /// <summary>The sentence that answers the heading, unless another says more of the subject.</summary>
    private static int Statement(FinderQuestion asked, string subject, Passage passage, KnowledgeSnapshot knowledge)
    {
        var words = asked.About(subject, knowledge).Words;
        var units = knowledge.Words.Of(passage).Units;
        var first = words.WeightOf(words.CoveredBy(units[0]));
        return passage.Units.Index().Where(u => u.Item.Kind == QuoteUnitKind.Sentence)
            .Select(u => (u.Index, Says: words.WeightOf(words.CoveredBy(units[u.Index]))))
            .Where(u => u.Says > first * 1.5).OrderByDescending(u => u.Says).Select(u => u.Index).FirstOrDefault();
    }

    [GeneratedRegex("^[^@]*@((\\s|と|や|・|、|,|/|および|及び|and|or|vs\\.?|versus|the|in)+@)+[^@]*$|^[^@]*@の[^@]{1,20}(は|って|が)、?@(の(もの|場合))?(と|に比べ|より|では)[^@]*$|@[^@]{0,40}\\b(from|than|with)\\b (the |that (of|in) )*@")]
    private static partial Regex Joined();

    [GeneratedRegex("(の)?(違い|相違点?|差(異)?|比較)(は|を|について|が|点)?(して|した|どう|なに|何|教えて)*|(どう|何が|なにが)?(違う|違い|異なる|異なり)(の|ます|ん)?(です)?か?|比べ(て|る|たい|ると)?|対比|それぞれ(の)?|ちがい|\\b(compar\\w*|differ\\w*|versus|vs|both|respectively)\\b\\.?")]
    private static partial Regex Compares();
}
