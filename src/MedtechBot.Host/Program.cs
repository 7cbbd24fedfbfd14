using MedtechBot.Host.DirectLine;
using MedtechBot.Host.Pages;
using MedtechBot.Host.Storage;
using MedtechBot.Host.Turns;

var builder = WebApplication.CreateBuilder(args);
builder.AddStorage();
builder.AddTurns();
builder.AddDirectLine();
builder.AddPages();
var app = builder.Build();
app.UsePages();
app.MapDirectLine();
app.MapGet("/health", () => "ok");
app.MapPageAssets();
app.Run();
