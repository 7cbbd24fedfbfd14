using System.CommandLine;
using MedtechBot.Host.Evaluation;
using MedtechBot.Host.Storage;

namespace MedtechBot.Host.CommandLine;

/// <summary>The verbs of the executable. Without a verb it serves; then the arguments are the server's settings.</summary>
internal static class CommandLineRoot
{
    /// <summary>Settings of the server start with a dash; anything else, and a call for help, is a verb.</summary>
    public static bool Handles(string[] args) =>
        args.Length > 0 && (!args[0].StartsWith('-') || args[0] is "-h" or "-?" or "--help" or "--version");

    public static int Invoke(string[] args)
    {
        var parsed = Build().Parse(args);
        // The parser's own answer to bad arguments is 1; the product's is 2.
        return parsed.Errors.Count > 0 ? Refuse(parsed) : parsed.Invoke();
    }

    private static RootCommand Build() => new("MedtechBot: answers questions on developing medical devices from cited sources. Without a command it serves on http://localhost:3978.")
    {
        AskCommand.Build(Paths),
        new Command("evaluate", "Measure answers and search.") { EvaluateAnswersCommand.Build(KnowledgeFolder, () => new OwnQuestions(Paths())), EvaluateSearchCommand.Build(KnowledgeFolder), EvaluateAblationCommand.Build(KnowledgeFolder, () => new OwnQuestions(Paths())) },
        KnowledgeCommands.Build(KnowledgeFolder),
        DeskCommands.Build(),
        RetentionCommands.Build(),
        AskerCommands.Build(),
        DatabaseCommands.Build(),
        TeamsCommands.Build(),
        LearnCommands.Build(),
    };

    private static string KnowledgeFolder() => Paths().KnowledgeDirectory;

    private static HostPaths Paths() => new(new ConfigurationBuilder().AddEnvironmentVariables().Build());

    private static int Refuse(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine(error.Message);
        }
        Console.Error.WriteLine("Try --help.");
        return 2;
    }
}
