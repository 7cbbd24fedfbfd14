using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MedtechBot.Storage;

/// <summary>
/// PostgreSQL refuses the character NUL and halves of characters wherever they come, even in something that is only looked for.
/// People send them, so they are replaced on the way in, as nobody can read them anyway.
/// </summary>
internal sealed class PostgresText : DbCommandInterceptor
{
    private const char Replacement = '\uFFFD';

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Clean(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return new(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Clean(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return new(result);
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Clean(command);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return new(result);
    }

    /// <summary>For what is put together without EF.</summary>
    internal static void Clean(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            parameter.Value = parameter.Value switch
            {
                string text => Storable(text),
                IEnumerable<string> texts => texts.Select(Storable).ToArray(),
                var other => other,
            };
        }
    }

    /// <summary>The text as it is, when nothing is wrong with it.</summary>
    internal static string Storable(string text)
    {
        if (!text.Contains('\0') && IsWhole(text))
        {
            return text;
        }
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // What is no whole character comes out as the replacement already.
            clean.Append(rune.Value == 0 ? Replacement.ToString() : rune.ToString());
        }
        return clean.ToString();
    }

    private static bool IsWhole(string text)
    {
        var at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        while (at >= 0 && at < text.Length)
        {
            if (char.IsSurrogate(text[at]))
            {
                if (!char.IsSurrogatePair(text, at))
                {
                    return false;
                }
                at++;
            }
            at++;
        }
        return true;
    }
}
