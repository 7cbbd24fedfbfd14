using MedtechBot.Host.Knowledge;
using MedtechBot.Host.Pages;
using MedtechBot.Host.Storage;
using MedtechBot.Host.Turns;

var builder = WebApplication.CreateBuilder(args);
builder.AddStorage();
builder.AddKnowledge();
builder.AddTurns();
builder.AddPages();
var app = builder.Build();
app.UsePages();
app.MapGet("/health", () => "ok");
app.MapPageAssets();
app.Run();
