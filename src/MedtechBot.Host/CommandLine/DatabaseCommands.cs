using System.CommandLine;
using MedtechBot.Host.Storage;
using MedtechBot.People;
using MedtechBot.Storage;
using MedtechBot.Storage.Moving;

namespace MedtechBot.Host.CommandLine;

/// <summary><c>database export</c>, <c>database import</c> and <c>database backup</c>, over the database of the settings.</summary>
internal static class DatabaseCommands
{
    private const string FilesStay = "Keys and uploads are files in the data directory and not among this: copy keys/ and uploads/ from there.";

    public static Command Build() => new("database", "Move and back up the database.")
    {
        Verb("export", "Write everything in the database to a new file, for another kind of database.", ExportAsync),
        Verb("import", "Put an export into an empty database.", ImportAsync),
        Verb("backup", "Copy the SQLite database to a new file while hosts go on working.", BackUpAsync),
    };

    private static Command Verb(string name, string description, Func<DatabaseSession, string, CancellationToken, Task> run)
    {
        var file = new Argument<string>("file") { Description = "A path; relative to the folder you are in." };
        var command = new Command(name, description) { file };
        command.SetAction((result, cancellation) => DatabaseSession.RunAsync(
            session => run(session, Path.GetFullPath(result.GetRequiredValue(file)), cancellation)));
        return command;
    }

    private static async Task ExportAsync(DatabaseSession session, string path, CancellationToken cancellation)
    {
        session.MustExist();
        await session.UpgradeAsync(cancellation);
        IReadOnlyList<MovedRows> rows = [];
        await NewFile.WriteAsync(path, async part =>
        {
            await using var file = new FileStream(part, FileMode.Open, FileAccess.Write);
            rows = await new ExportDatabase(session.Database).HandleAsync(file, cancellation);
        });
        await NoteAsync(session, AuditActions.ExportedDatabase);
        Report(rows, path);
    }

    private static async Task ImportAsync(DatabaseSession session, string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
        var import = new ImportDatabase(session.Database);
        await import.CheckAsync(file, cancellation);
        await session.UpgradeAsync(cancellation);
        var rows = await import.HandleAsync(file, cancellation);
        await NoteAsync(session, AuditActions.ImportedDatabase);
        Report(rows, session.Database.Address.ToString());
    }

    private static async Task BackUpAsync(DatabaseSession session, string path, CancellationToken cancellation)
    {
        session.MustExist();
        await NewFile.WriteAsync(path, part => new BackUpSqlite(session.Database).HandleAsync(part, cancellation));
        Console.WriteLine($"{path}: {new FileInfo(path).Length / 1024} KB");
        Console.WriteLine(FilesStay);
    }

    private static Task NoteAsync(DatabaseSession session, string action) =>
        new AuditLog(session.Database, TimeProvider.System).AddAsync(new AuditEntry(null, action));

    private static void Report(IReadOnlyList<MovedRows> rows, string target)
    {
        foreach (var (table, count) in rows)
        {
            Console.WriteLine($"{table}: {count}");
        }
        Console.WriteLine($"{target}: {rows.Sum(r => r.Count)} rows of {rows.Count} tables");
        Console.WriteLine(FilesStay);
    }
}
