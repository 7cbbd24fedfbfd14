using Microsoft.EntityFrameworkCore;

namespace MedtechBot.Storage;

/// <summary>The database as one SQLite file. Its migrations lie in <c>Migrations</c>.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : MedtechBotContext(options);
