using System.CommandLine;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>knowledge index</c>: does before a start what the first start would do.</summary>
internal static class KnowledgeIndexCommand
{
    public static Command Build(Func<string> folder)
    {
        var file = new Argument<string>("file") { Description = "Where to write it; knowledge.index beside the executable is what a host looks for." };
        var given = new Argument<string?>("folder") { Arity = ArgumentArity.ZeroOrOne, Description = "Another knowledge folder than the configured one." };
        var command = new Command("index", "Make the index of the knowledge base, so that a first start need not.") { file, given };
        command.SetAction(async (result, _) =>
        {
            var target = Path.GetFullPath(result.GetRequiredValue(file));
            var error = result.InvocationConfiguration.Error;
            if (!await SearchSetup.TryStoreAsync(result.GetValue(given) ?? folder(), target, error.WriteLine))
            {
                error.WriteLine("There is no index of the whole knowledge base: mend what is named above. Starts take longer until then.");
                return 1;
            }
            result.InvocationConfiguration.Output.WriteLine($"{target}: {new FileInfo(target).Length / 1024} KB");
            return 0;
        });
        return command;
    }
}
