using MedtechBot.Host.Pages;

var builder = WebApplication.CreateBuilder(args);
builder.AddPages();
var app = builder.Build();
app.UsePages();
app.MapGet("/health", () => "ok");
app.MapPageAssets();
app.Run();
