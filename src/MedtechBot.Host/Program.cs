using MedtechBot.Host.Desk;
using MedtechBot.Host.KnowledgePages;
using MedtechBot.Host.Pages;
using MedtechBot.Host.Settings;
using MedtechBot.Host.Storage;
using MedtechBot.Host.Turns;

var builder = WebApplication.CreateBuilder(args);
if (!builder.TryAddSettings())
{
    return SettingsSetup.RefusedExitCode;
}
builder.AddStorage();
builder.AddTurns();
builder.AddConsultations();
builder.AddDesk();
builder.AddPages();
var app = builder.Build();
app.UsePages();
app.MapGet("/health", () => "ok");
app.MapPageAssets();
app.MapDesk();
app.MapKnowledgePages();
return await app.ServeAsync();
