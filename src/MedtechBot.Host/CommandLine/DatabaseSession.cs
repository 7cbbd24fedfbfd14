using MedtechBot.Host.Settings;
using MedtechBot.Host.Storage;
using MedtechBot.Storage;
using MedtechBot.Storage.Moving;
using Microsoft.Data.Sqlite;

namespace MedtechBot.Host.CommandLine;

/// <summary>The configured database for one verb; what cannot be done is one line and exit code 2.</summary>
internal sealed class DatabaseSession(Database database, DatabaseUpgrade upgrade)
{
    public Database Database => database;

    public static async Task<int> RunAsync(Func<DatabaseSession, Task> run)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        try
        {
            SettingsCheck.Check(builder.Configuration);
            builder.AddStorage();
            await using var app = builder.Build();
            var database = app.Services.GetRequiredService<Database>();
            try
            {
                await run(new DatabaseSession(database, app.Services.GetRequiredService<DatabaseUpgrade>()));
                return 0;
            }
            catch (Exception failure) when (DatabaseSetting.IsDatabaseFailure(failure))
            {
                throw DatabaseSetting.Unusable(database.Address, failure);
            }
        }
        catch (Exception refused) when (refused is SettingException or MoveRefusedException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(refused.Message.ReplaceLineEndings(" "));
            return SettingsSetup.RefusedExitCode;
        }
    }

    /// <summary>Opening a SQLite file that is not there would make it.</summary>
    public void MustExist()
    {
        if (database.Address.Kind == DatabaseKind.Sqlite && new SqliteConnectionStringBuilder(database.Address.ConnectionString).DataSource is var file && !File.Exists(file))
        {
            throw new MoveRefusedException($"There is no database at {Path.GetFullPath(file)}.");
        }
    }

    public Task UpgradeAsync(CancellationToken cancellation) => upgrade.RunAsync(cancellation);
}
