using System.Globalization;
using MedtechBot.Benchmarks;
using MedtechBot.Benchmarks.Load;
using MedtechBot.Benchmarks.Search;
using MedtechBot.Benchmarks.Teams;
using MedtechBot.Benchmarks.Tickets;

// dotnet run -c Release --project tests/MedtechBot.Benchmarks [folder with corpus.jsonl and dev/queries.jsonl]
// dotnet run -c Release --project tests/MedtechBot.Benchmarks -- grow <factor> <new folder>
// dotnet run -c Release --project tests/MedtechBot.Benchmarks -- search [a collection's folder, or one with several] [most passages]
// dotnet run -c Release --project tests/MedtechBot.Benchmarks -- load [...]
// dotnet run -c Release --project tests/MedtechBot.Benchmarks -- tickets [a connection string of a PostgreSQL server]
// dotnet run -c Release --project tests/MedtechBot.Benchmarks -- teams [seconds] [messages a second]
const int TimesTheKnowledge = 10;
var repository = Repository.Find();
if (args is ["grow", var times, var target] && int.TryParse(times, out var factor) && factor is >= 1 and <= 100 && !Directory.Exists(target))
{
    GrownKnowledge.Write(repository.Knowledge, target, factor);
    return 0;
}
if (args is ["search-part", var part, var passages, var work, ..])
{
    SearchBenchmark.RunPart(new SearchSource(repository, args.ElementAtOrDefault(4)), part, int.Parse(passages, CultureInfo.InvariantCulture), work);
    return 0;
}
if (args is ["search", ..] && args[1..] is var rest && (int.TryParse(rest.LastOrDefault(), out var most) ? rest[..^1] : rest) is { Length: <= 1 } folders
    && folders.All(SearchSource.IsOne))
{
    SearchBenchmark.Run(new SearchSource(repository, folders.SingleOrDefault()), most > 0 ? most : SearchBenchmark.Largest);
    return 0;
}
if (args is ["load", ..] && LoadArguments.TryRead(args.AsSpan(1), () => Product.Questions(repository), out var plan, out var postgres))
{
    return await LoadBenchmark.RunAsync(repository, plan, postgres);
}
if (args is ["teams", ..] && int.TryParse(args.ElementAtOrDefault(1) ?? "60", out var seconds) && int.TryParse(args.ElementAtOrDefault(2) ?? "200", out var perSecond)
    && seconds is >= 1 and <= 3600 && perSecond is >= 1 and <= 1000)
{
    return await TeamsBenchmark.RunAsync(repository, TimeSpan.FromSeconds(seconds), perSecond);
}
if (args is ["tickets"] or ["tickets", _])
{
    return await TicketBenchmark.RunAsync(repository, args.ElementAtOrDefault(1));
}
if (args.Length > 1 || (args.Length == 1 && !File.Exists(Path.Combine(args[0], "corpus.jsonl"))))
{
    Console.Error.WriteLine("Usage: MedtechBot.Benchmarks [folder]: a folder with corpus.jsonl and dev/queries.jsonl; without it the product's knowledge is searched.");
    Console.Error.WriteLine("       MedtechBot.Benchmarks grow <factor> <new folder>: writes the knowledge that many times over.");
    Console.Error.WriteLine("       MedtechBot.Benchmarks search [folder] [most passages]: the search at rising sizes beside FTS5 and Lucene.");
    Console.Error.WriteLine($"       MedtechBot.Benchmarks {LoadArguments.Usage}: everybody at once.");
    Console.Error.WriteLine("       MedtechBot.Benchmarks teams [seconds] [messages a second]: 200 messages a second from a hundred conversations in Teams.");
    Console.Error.WriteLine("       MedtechBot.Benchmarks tickets [connection string of a PostgreSQL server]: the tickets of many years.");
    return 2;
}
var report = new Report("Measured", "[collection folder]");
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
