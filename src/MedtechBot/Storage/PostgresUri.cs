using Npgsql;

namespace MedtechBot.Storage;

/// <summary>The address of a database as hosting services hand it out: <c>postgresql://user:password@host:port/database?sslmode=require</c>.</summary>
internal static class PostgresUri
{
    /// <summary>Whether it is such an address at all; <paramref name="server"/> is null when it is one that cannot be used.</summary>
    /// <exception cref="ArgumentException">It asks for something that is not known.</exception>
    public static bool TryRead(string text, out NpgsqlConnectionStringBuilder? server)
    {
        server = null;
        var start = text.TrimStart();
        if (!start.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) && !start.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        // Without a server it is named in the query: a folder with a socket.
        if (!Uri.TryCreate(text.Trim().Replace("@/", "@localhost/", StringComparison.Ordinal), UriKind.Absolute, out var uri))
        {
            return true;
        }
        var read = new NpgsqlConnectionStringBuilder();
        // The brackets belong to the address in a URI only.
        Set(read, "Host", uri.Host.Trim('[', ']'));
        Set(read, "Port", uri.Port > 0 ? uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
        Set(read, "Database", Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')));
        var person = uri.UserInfo.Split(':', 2);
        Set(read, "Username", Uri.UnescapeDataString(person[0]));
        Set(read, "Password", person.Length > 1 ? Uri.UnescapeDataString(person[1]) : "");
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            SetAsPsqlCallsIt(read, Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
        }
        server = read;
        return true;
    }

    private static void SetAsPsqlCallsIt(NpgsqlConnectionStringBuilder server, string name, string value)
    {
        // "verify-full" is VerifyFull, "application_name" is ApplicationName; the others differ.
        var (known, given) = name.ToLowerInvariant() switch
        {
            "sslmode" => ("SSL Mode", value.Replace("-", "", StringComparison.Ordinal)),
            "sslrootcert" => ("Root Certificate", value),
            "sslcert" => ("SSL Certificate", value),
            "sslkey" => ("SSL Key", value),
            "connect_timeout" => ("Timeout", value),
            "user" => ("Username", value),
            "dbname" => ("Database", value),
            var other => (other.Replace("_", "", StringComparison.Ordinal), value),
        };
        Set(server, known, given);
    }

    private static void Set(NpgsqlConnectionStringBuilder server, string name, string value)
    {
        if (value.Length > 0)
        {
            server[name] = value;
        }
    }
}
