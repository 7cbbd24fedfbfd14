using System.CommandLine;
using MedtechBot.Importing;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>knowledge import</c>: a draft from somebody else's document, for a person to finish.</summary>
internal static class KnowledgeImportCommand
{
    public static Command Build(Func<string> folder)
    {
        var file = new Argument<string>("file") { Description = "A Markdown, HTML, DOCX or PDF file." };
        var output = new Option<string?>("--output") { Description = "Folder for the draft; drafts/ in the knowledge folder, which is not served, unless given." };
        var force = new Option<bool>("--force") { Description = "Replace a draft of the same name." };
        var command = new Command("import", "Make a draft from a document, for a person to finish.") { file, output, force };
        command.SetAction(result =>
        {
            try
            {
                var import = new DraftImport(folder(), Environment.GetEnvironmentVariable("PATH"));
                var draft = import.Run(result.GetRequiredValue(file), result.GetValue(output), result.GetValue(force));
                foreach (var path in draft.Files)
                {
                    result.InvocationConfiguration.Output.WriteLine(path);
                }
                result.InvocationConfiguration.Error.WriteLine($"{draft.Sections} sections to finish; knowledge lint {Path.GetDirectoryName(draft.Files[0])} names what is missing.");
                return 0;
            }
            catch (ImportRefusedException refused)
            {
                result.InvocationConfiguration.Error.WriteLine(refused.Message.ReplaceLineEndings(" "));
                return 2;
            }
        });
        return command;
    }
}
