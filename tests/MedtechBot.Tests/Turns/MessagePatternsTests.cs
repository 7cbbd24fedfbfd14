using System.Reflection;
using System.Text.RegularExpressions;
using MedtechBot.Turns;

namespace MedtechBot.Tests.Turns;

/// <summary>Patterns see what strangers write; one that tries again and again from every letter would stop the whole server.</summary>
public partial class MessagePatternsTests
{
    private static readonly string[] Readers = ["MedtechBot.Turns", "MedtechBot.Turns.Limits", "MedtechBot.PersonalData", "MedtechBot.Answers", "MedtechBot.Knowledge.Search"];

    private static readonly IReadOnlyList<(string Name, Regex Pattern)> Patterns =
    [
        .. from type in typeof(TurnHandler).Assembly.GetTypes()
           where Readers.Contains(type.Namespace)
           from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           where method.IsDefined(typeof(GeneratedRegexAttribute))
           select ($"{type.Name}.{method.Name}", (Regex)method.Invoke(null, null)!),
    ];

    // The same patterns, which give up after a while: a hopeless one fails its test instead of keeping it.
    private static readonly Lazy<IReadOnlyList<Regex>> Impatient =
        new(() => [.. Patterns.Select(p => new Regex(p.Pattern.ToString(), p.Pattern.Options | RegexOptions.Compiled, TimeSpan.FromSeconds(5)))]);

    public static TheoryData<string> Names => [.. Patterns.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_repetition_is_bounded_so_that_time_grows_with_the_length_alone(string name)
    {
        var pattern = Find(name).ToString();

        Assert.DoesNotMatch("[*+]|[{][0-9]+,[}]", EscapesAndClasses().Replace(pattern, "x"));
    }

    // What each pattern begins with, again and again, so that it is begun at every place and never finished.
    [Theory]
    [InlineData("grant")]
    [InlineData("fund")]
    [InlineData("氏")]
    [InlineData("祖母の")]
    [InlineData("私")]
    [InlineData("患者の")]
    [InlineData("この製品の")]
    [InlineData("契約書を")]
    [InlineData("未公開の")]
    [InlineData("ignore all ")]
    [InlineData("fabricat")]
    [InlineData("write ")]
    [InlineData("ゲーム")]
    [InlineData("9")]
    [InlineData(" ")]
    [InlineData("\n")]
    public void A_message_of_100_KB_is_read_in_a_moment(string repeated)
    {
        var message = string.Concat(Enumerable.Repeat(repeated, 100_000 / repeated.Length));

        foreach (var pattern in Impatient.Value)
        {
            Assert.Null(Record.Exception(() => pattern.Count(message)));
        }
    }

    [Fact]
    public void The_patterns_that_mask_are_among_those_looked_at() =>
        Assert.Contains(Patterns, p => p.Name == "PersonalDataPatterns.Phone");

    private static Regex Find(string name) => Patterns.Single(p => p.Name == name).Pattern;

    [GeneratedRegex(@"\\.|\[[^\]]*\]")]
    private static partial Regex EscapesAndClasses();
}
