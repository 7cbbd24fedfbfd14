using System.CommandLine;
using System.Text.Json;
using MedtechBot.Host.Evaluation;
using MedtechBot.Host.Settings;
using MedtechBot.Host.Vectors;
using MedtechBot.Japanese;
using MedtechBot.Knowledge.Search;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>evaluate search</c>: measures the engine on a collection of questions with known answers.</summary>
internal static class EvaluateSearchCommand
{
    public static Command Build(Func<string> knowledgeFolder)
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Holds corpus.jsonl and a folder for each split." };
        var split = new Option<string>("--split") { Description = "The split to run.", DefaultValueFactory = _ => "dev" };
        var queries = new Option<string>("--queries") { Description = "The split's file of questions.", DefaultValueFactory = _ => "queries.jsonl" };
        var run = new Option<FileInfo?>("--run") { Description = "Writes the ranking: question, document, place and score." };
        var learn = new Option<string?>("--learn") { Description = "A split to learn from first; when it is the one to run, each fifth of its questions is put to what the other four taught." };
        var vectors = new Option<bool>("--vectors") { Description = "Add the vectors of the endpoint that MedtechBot:Vectors configures, and tell what other weights would give." };
        var command = new Command("search", "Measure the search on a collection.") { folder, split, queries, run, learn, vectors };
        command.SetAction(async (result, _) =>
        {
            try
            {
                var collection = SearchCollection.Read(result.GetRequiredValue(folder).FullName, result.GetRequiredValue(split), result.GetRequiredValue(queries));
                var analyzer = SearchSetup.OpenAnalyzer(knowledgeFolder());
                var thesaurus = SearchSetup.OpenThesaurus(knowledgeFolder(), analyzer);
                using var writer = result.GetValue(run)?.CreateText();
                var other = result.GetValue(learn) is not { } from ? null
                    : from == result.GetRequiredValue(split) ? collection : SearchCollection.Read(result.GetRequiredValue(folder).FullName, from, "queries.jsonl");
                var meanings = result.GetValue(vectors) ? await VectorsAsync(collection) : null;
                var figures = SearchEvaluation.Run(collection, analyzer, thesaurus, writer, other is null ? null
                    : index => ReferenceEquals(other, collection) ? SearchLearning.Across(index, collection) : SearchLearning.From(index, other), meanings);
                Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
                return 0;
            }
            catch (Exception problem) when (problem is EvaluationInputException or SettingException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine(problem.Message);
                return 2;
            }
        });
        return command;
    }

    private static async Task<SearchVectors> VectorsAsync(SearchCollection collection)
    {
        var settings = VectorSettings.Read(new ConfigurationBuilder().AddEnvironmentVariables().Build())
            ?? throw new EvaluationInputException("Vectors are off: set MedtechBot__Vectors__Endpoint and MedtechBot__Vectors__Model.");
        using var generator = new OpenAiEmbeddings(settings.Endpoint, settings.Options.Model, settings.ApiKey);
        return await SearchVectors.MakeAsync(collection, generator, settings.Options);
    }
}
