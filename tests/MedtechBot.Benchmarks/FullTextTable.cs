using MedtechBot.Knowledge.Search;
using Microsoft.Data.Sqlite;

namespace MedtechBot.Benchmarks;

/// <summary>SQLite's FTS5 over the same words as the product's index: the yardstick on the same machine at the same time.</summary>
internal sealed class FullTextTable : IDisposable
{
    private const string InMemory = ":memory:";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _search;

    public FullTextTable(SearchTermReader reader, IReadOnlyList<(string Title, string Body)> documents, string file = InMemory)
        : this(file)
    {
        Execute("CREATE VIRTUAL TABLE passages USING fts5(words, content='', tokenize=\"unicode61 remove_diacritics 0\")");
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO passages(rowid, words) VALUES ($id, $words)";
        var id = insert.Parameters.Add("$id", SqliteType.Integer);
        var words = insert.Parameters.Add("$words", SqliteType.Text);
        for (var i = 0; i < documents.Count; i++)
        {
            id.Value = i;
            words.Value = string.Join(' ', reader.Read(documents[i].Title + "\n" + documents[i].Body, withKanaGrams: false).Words);
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    private FullTextTable(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        _search = _connection.CreateCommand();
        _search.CommandText = "SELECT rowid FROM passages WHERE passages MATCH $words ORDER BY rank LIMIT $limit";
        _search.Parameters.Add("$words", SqliteType.Text);
        _search.Parameters.Add("$limit", SqliteType.Integer);
    }

    /// <summary>A copy of what was made in a file.</summary>
    public static FullTextTable OpenInMemory(string file)
    {
        var table = new FullTextTable(InMemory);
        using var stored = new SqliteConnection($"Data Source={file};Pooling=False");
        stored.Open();
        stored.BackupDatabase(table._connection);
        return table;
    }

    public int Search(IReadOnlyList<string> words, int limit)
    {
        if (words.Count == 0)
        {
            return 0;
        }
        _search.Parameters["$words"].Value = string.Join(" OR ", words.Distinct().Select(w => '"' + w.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'));
        _search.Parameters["$limit"].Value = limit;
        using var rows = _search.ExecuteReader();
        var count = 0;
        while (rows.Read())
        {
            count++;
        }
        return count;
    }

    public void Dispose()
    {
        _search.Dispose();
        _connection.Dispose();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
