using System.Reflection;
using MedtechBot.Knowledge.Reading;

namespace MedtechBot.Turns.Limits;

/// <summary>
/// The limits that hold before any search or model, in the order they are looked at: what endangers people first, then what
/// must not be told, then what a person must judge, then what is no matter of the desk.
/// </summary>
internal static class LimitBook
{
    private static readonly string[] Files =
        ["emergency", "manipulation", "patients", "inventions", "people", "prices", "verdicts", "legal", "outside"];

    private static readonly Lazy<Readings> ReadingsOnce = new(() => new Readings(LimitFile.ReadReadings(Resource("readings.tsv"))));

    private static readonly Lazy<IReadOnlyList<Limit>> Limits = new(Read);

    public static IReadOnlyList<Limit> All => Limits.Value;

    public static Readings Readings => ReadingsOnce.Value;

    /// <summary>What is said when a patient was named, whatever the question.</summary>
    public static Limit PatientData => All.Single(l => l.Name == "patient-data");

    /// <summary>The first limit that a message meets; null for an ordinary question.</summary>
    public static Limit? Check(string message)
    {
        var plain = Disguises.Unescaped(message).Select(m => new MatchText(m)).ToList();
        return All.FirstOrDefault(limit => plain.Any(limit.Catches) || (limit.EvenInDisguise && Disguises.Hide(limit, message)));
    }

    private static IReadOnlyList<Limit> Read()
    {
        var limits = new List<Limit>();
        foreach (var file in Files)
        {
            var problems = new FileProblems(file + ".yaml");
            limits.AddRange(LimitFile.Read(Resource(file + ".yaml"), problems));
            if (problems.All is [var first, ..])
            {
                // Built in, so this is a mistake of ours, and going without a limit is worse than not starting.
                throw new InvalidOperationException($"The limits cannot be read: {first}");
            }
        }
        return limits;
    }

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("limits/" + name)
            ?? throw new InvalidOperationException($"{name} is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
