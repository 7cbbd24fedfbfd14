using MedtechBot.Benchmarks;

// dotnet run -c Release --project tests/MedtechBot.Benchmarks [folder with corpus.jsonl and dev/queries.jsonl]
// dotnet run -c Release --project tests/MedtechBot.Benchmarks -- grow <factor> <new folder>
const int TimesTheKnowledge = 10;
var repository = Repository.Find();
if (args is ["grow", var times, var target] && int.TryParse(times, out var factor) && factor is >= 1 and <= 100 && !Directory.Exists(target))
{
    GrownKnowledge.Write(repository.Knowledge, target, factor);
    return 0;
}
if (args.Length > 1 || (args.Length == 1 && !File.Exists(Path.Combine(args[0], "corpus.jsonl"))))
{
    Console.Error.WriteLine("Usage: MedtechBot.Benchmarks [folder]: a folder with corpus.jsonl and dev/queries.jsonl; without it the product's knowledge is searched.");
    Console.Error.WriteLine("       MedtechBot.Benchmarks grow <factor> <new folder>: writes the knowledge that many times over.");
    return 2;
}
var report = new Report();
var collection = args.Length == 1 ? Collection.Read(args[0]) : Collection.Of(repository);

await Product.MeasureAsync(report, repository, "");
var grown = Directory.CreateTempSubdirectory("medtechbot-grown-");
GrownKnowledge.Write(repository.Knowledge, grown.FullName, TimesTheKnowledge);
await Product.MeasureAsync(report, repository with { Knowledge = grown.FullName }, $"{TimesTheKnowledge} times the knowledge: ");
grown.Delete(recursive: true);

SearchTime.Measure(report, repository, collection);
AnalysisTime.Measure(report, repository, collection);
report.WriteTo(repository.Results);
return 0;
