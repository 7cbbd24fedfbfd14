using MedtechBot.Answers;
using MedtechBot.Knowledge;
using MedtechBot.Knowledge.Search;
using MedtechBot.Turns;

namespace MedtechBot.Tests.Knowledge;

/// <summary>The knowledge base that the product ships, read and indexed once for all tests.</summary>
internal static class ProductKnowledge
{
    private static readonly Lazy<KnowledgeSnapshot> Snapshot = new(() => SearchSetup.OpenIndex(Folder()).Current);

    public static KnowledgeSnapshot Current => Snapshot.Value;

    public static async Task<Answer> AnswerAsync(string question, params PastTurn[] past) =>
        (await new TurnHandler(() => Current).HandleAsync(new Turn(question, past))).Answer;

    public static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MedtechBot.sln")))
            {
                return Path.Combine(folder.FullName, "knowledge");
            }
        }
        throw new DirectoryNotFoundException("The tests run inside the repository.");
    }
}
