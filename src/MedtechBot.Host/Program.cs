using MedtechBot.Host.Desk;
using MedtechBot.Host.DirectLine;
using MedtechBot.Host.Knowledge;
using MedtechBot.Host.KnowledgePages;
using MedtechBot.Host.Pages;
using MedtechBot.Host.QuickPage;
using MedtechBot.Host.Settings;
using MedtechBot.Host.Storage;
using MedtechBot.Host.Turns;
using MedtechBot.Host.WebChat;

var builder = WebApplication.CreateBuilder(args);
if (!builder.TryAddSettings())
{
    return SettingsSetup.RefusedExitCode;
}
builder.AddStorage();
builder.AddKnowledge();
builder.AddTurns();
builder.AddConsultations();
builder.AddDesk();
builder.AddDirectLine();
builder.AddWebChat();
builder.AddPages();
builder.AddQuickPage();
var app = builder.Build();
app.UsePages();
app.MapDirectLine();
app.MapWebChat();
app.MapGet("/health", () => "ok");
app.MapPageAssets();
app.MapDesk();
app.MapKnowledgePages();
app.MapQuickPage();
return await app.ServeAsync();
