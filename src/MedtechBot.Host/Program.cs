using MedtechBot.Host.CommandLine;
using MedtechBot.Host.Desk;
using MedtechBot.Host.Knowledge;
using MedtechBot.Host.KnowledgePages;
using MedtechBot.Host.Pages;
using MedtechBot.Host.Settings;
using MedtechBot.Host.Storage;
using MedtechBot.Host.Turns;

if (CommandLineRoot.Handles(args))
{
    return CommandLineRoot.Invoke(args);
}

var builder = WebApplication.CreateBuilder(args);
if (!builder.TryAddSettings())
{
    return SettingsSetup.RefusedExitCode;
}
builder.AddKnowledge();
builder.AddStorage();
builder.AddTurns();
builder.AddConsultations();
builder.AddPages();
var app = builder.Build();
app.UsePages();
app.MapGet("/health", () => "ok");
app.MapPageAssets();
app.MapKnowledgePages();
return await app.ServeAsync();
