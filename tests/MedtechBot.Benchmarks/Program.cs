using MedtechBot.Benchmarks;
using MedtechBot.Knowledge.Search;

// dotnet run -c Release --project tests/MedtechBot.Benchmarks [folder with corpus.jsonl and dev/queries.jsonl]
if (args.Length > 1 || (args.Length == 1 && !File.Exists(Path.Combine(args[0], "corpus.jsonl"))))
{
    Console.Error.WriteLine("Usage: MedtechBot.Benchmarks [folder]: a folder with corpus.jsonl and dev/queries.jsonl; without it the product's knowledge is searched.");
    return 2;
}
var repository = Repository.Find();
var report = new Report();
var knowledge = SearchSetup.OpenIndex(repository.Knowledge).Current;
string[] questions = [.. knowledge.Documents.SelectMany(d => d.Passages).SelectMany(p => p.Asks.Prepend(p.Heading)).Distinct()];

StartTime.Measure(report, repository, questions[0]);
await ResidentMemory.MeasureAsync(report, repository, questions);
await TurnTime.MeasureAsync(report, knowledge, questions);
var collection = args.Length == 1 ? Collection.Read(args[0]) : Collection.Of(knowledge, questions);
SearchTime.Measure(report, repository, collection);
AnalysisTime.Measure(report, repository, collection);

report.WriteTo(repository.Results);
return 0;
