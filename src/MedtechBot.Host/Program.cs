using MedtechBot.Host.CommandLine;
using MedtechBot.Host.Knowledge;
using MedtechBot.Host.Pages;
using MedtechBot.Host.Storage;
using MedtechBot.Host.Turns;

if (CommandLineRoot.Handles(args))
{
    return CommandLineRoot.Invoke(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddKnowledge();
builder.AddStorage();
builder.AddTurns();
builder.AddPages();
var app = builder.Build();
app.UsePages();
app.MapGet("/health", () => "ok");
app.MapPageAssets();
app.Run();
return 0;
