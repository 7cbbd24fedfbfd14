namespace MedtechBot.Knowledge.Search;

/// <summary>Why a search put passages in their order. A value: the command prints it, the desk shows it, tests add it up.</summary>
/// <param name="Question">As it was searched.</param>
/// <param name="Words">Its words, as the index knows them.</param>
/// <param name="Expanded">What was searched besides, heaviest first.</param>
/// <param name="IsTrained">The weights were learned from use; else they are those that the product ships.</param>
/// <param name="Passages">Best first.</param>
public sealed record Explanation(
    string Question, IReadOnlyList<string> Words, IReadOnlyList<ExpandedWord> Expanded, bool IsTrained, IReadOnlyList<ExplainedPassage> Passages);

/// <summary>A word that nobody wrote and that was searched all the same.</summary>
/// <param name="Weight">Of one that was written, 1.</param>
/// <param name="IsOfTheDomain">The domain's own thesaurus knows it; else everyday language does.</param>
public sealed record ExpandedWord(string Word, double Weight, bool IsOfTheDomain);

/// <summary>What put one passage where it stands.</summary>
/// <param name="Place">From 1.</param>
/// <param name="Score">What it is ordered by: the parts added up, or what came of it together with <paramref name="Meaning"/>.</param>
/// <param name="Terms">Each part that is made of terms, term by term, heaviest first.</param>
/// <param name="Learned">Confirmed questions of the passage that are like this one, most alike first.</param>
/// <param name="Meaning">How near its vector is to the question's; null where vectors are not in use, or were not there in time.</param>
public sealed record ExplainedPassage(
    int Place, PassageId Id, string Title, string Heading, double Score, IReadOnlyList<ExplainedPart> Parts, IReadOnlyList<ExplainedTerm> Terms,
    IReadOnlyList<LikeQuestion> Learned, ExplainedMeaning? Meaning = null);

/// <summary>One kind of evidence.</summary>
/// <param name="Name">As the trained weights call it.</param>
/// <param name="Value">What was found.</param>
/// <param name="Weight">How much that counts.</param>
/// <param name="Contribution">What it adds to the score.</param>
public sealed record ExplainedPart(string Name, double Value, double Weight, double Contribution);

/// <summary>What one term adds to the value of its part.</summary>
/// <param name="Field">The name of the part.</param>
/// <param name="Term">The word, the pair of characters or the run of kana.</param>
/// <param name="Rarity">Its inverse document frequency.</param>
public sealed record ExplainedTerm(string Field, string Term, double Rarity, double Contribution);

/// <summary>A question that was confirmed to be answered by a passage.</summary>
/// <param name="Likeness">0 to 1.</param>
public sealed record LikeQuestion(string Text, double Likeness);

/// <summary>What vectors made of a passage's place.</summary>
/// <param name="Words">The score of the words alone, of the best passage's.</param>
/// <param name="Nearness">How much nearer than passages are on average, of the nearest passage's.</param>
/// <param name="Weight">The share of the score that is the nearness.</param>
public sealed record ExplainedMeaning(double Words, double Nearness, double Weight);
