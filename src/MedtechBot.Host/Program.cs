using System.CommandLine;
using MedtechBot.Host.CommandLine;

var evaluate = new Command("evaluate", "Measure the product.") { EvaluateSearchCommand.Build(() => "knowledge") };
return new RootCommand("MedtechBot") { evaluate }.Parse(args).Invoke();
