using MedtechBot.Host.Api;
using MedtechBot.Host.AskerPages;
using MedtechBot.Host.Attachments;
using MedtechBot.Host.CommandLine;
using MedtechBot.Host.Deliveries;
using MedtechBot.Host.Desk;
using MedtechBot.Host.DirectLine;
using MedtechBot.Host.Evaluation;
using MedtechBot.Host.Knowledge;
using MedtechBot.Host.KnowledgePages;
using MedtechBot.Host.Learning;
using MedtechBot.Host.MyData;
using MedtechBot.Host.Pages;
using MedtechBot.Host.People;
using MedtechBot.Host.PrivacyPages;
using MedtechBot.Host.QuickPage;
using MedtechBot.Host.RequestLimits;
using MedtechBot.Host.Retention;
using MedtechBot.Host.Settings;
using MedtechBot.Host.Storage;
using MedtechBot.Host.Teams;
using MedtechBot.Host.Teams.Tabs;
using MedtechBot.Host.Telemetry;
using MedtechBot.Host.Turns;
using MedtechBot.Host.WebChat;

if (CommandLineRoot.Handles(args))
{
    return CommandLineRoot.Invoke(args);
}

var builder = WebApplication.CreateBuilder(args);
if (!builder.TryAddSettings())
{
    return SettingsSetup.RefusedExitCode;
}
builder.AddStorage();
builder.AddKnowledge();
builder.AddTurns();
builder.AddDeliveries();
builder.AddRequestLimits();
builder.AddDeskRules();
builder.AddConsultations();
builder.AddLearning();
builder.AddPeople();
builder.AddDesk();
builder.AddApi();
builder.AddAttachments();
builder.AddDirectLine();
builder.AddTeams();
builder.AddTeamsTabs();
builder.AddWebChat();
builder.AddPages();
builder.AddQuickPage();
builder.AddRetention();
builder.AddPrivacyPages();
builder.AddTelemetry();
builder.AddConsultationPages();
var app = builder.Build();
app.UsePages();
app.UseRequestLimits();
app.UsePeople();
app.MapHealth();
app.MapDirectLine();
app.MapTeams();
app.MapWebChat();
app.MapPageAssets();
app.MapDesk();
app.MapApi();
app.MapKnowledgePages();
app.MapQualityPage();
app.MapQuickPage();
app.MapMyData();
app.MapPrivacyPages();
app.MapConsultationPages();
app.MapTeamsTabs();
return await app.ServeAsync();
