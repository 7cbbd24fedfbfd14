using System.CommandLine;
using MedtechBot.Host.Evaluation;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>evaluate ablation</c>: writes what each part of the ranking is good for.</summary>
internal static class EvaluateAblationCommand
{
    public static Command Build(Func<string> knowledgeFolder, Func<OwnQuestions> ownQuestions)
    {
        var folders = new Argument<DirectoryInfo[]>("folders") { Arity = ArgumentArity.OneOrMore, Description = "Collections, as evaluate search takes them." };
        var command = new Command("ablation", "Measure the search on collections without each of its parts, into ABLATION.md beside the own questions.") { folders };
        command.SetAction(result =>
        {
            try
            {
                var target = Path.Combine(Path.GetDirectoryName(ownQuestions().Questions)!, SearchAblation.File);
                var analyzer = SearchSetup.OpenAnalyzer(knowledgeFolder());
                var table = SearchAblation.Table(result.GetRequiredValue(folders), analyzer, SearchSetup.OpenThesaurus(knowledgeFolder(), analyzer));
                File.WriteAllText(target, table);
                Console.Write(table);
                return 0;
            }
            catch (Exception problem) when (problem is EvaluationInputException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine(problem.Message);
                return 2;
            }
        });
        return command;
    }
}
