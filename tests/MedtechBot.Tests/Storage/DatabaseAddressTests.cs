using MedtechBot.Storage;

namespace MedtechBot.Tests.Storage;

public sealed class DatabaseAddressTests
{
    [Theory]
    [InlineData("Data Source=/srv/bot.db")]
    [InlineData("DataSource=bot.db;Pooling=false")]
    [InlineData("Filename=bot.db")]
    public void A_file_is_SQLite(string text)
    {
        Assert.True(DatabaseAddress.TryParse(text, out var address));

        Assert.Equal(DatabaseKind.Sqlite, address.Kind);
    }

    [Theory]
    [InlineData("Host=db;Database=bot;Username=me;Password=geheim")]
    [InlineData("Server=db;Port=5433;User Id=me;Password=geheim")]
    [InlineData("host=/run/postgresql;database=bot;password=geheim")]
    [InlineData("postgres://me:geheim@db/bot")]
    [InlineData("postgresql://me:geheim@db:5433/bot?sslmode=verify-full&application_name=bot&connect_timeout=3")]
    [InlineData("postgresql://me:geheim@/bot?host=/run/postgresql")]
    [InlineData("postgresql:///bot?host=/run/postgresql&user=me&password=geheim")]
    public void A_server_is_PostgreSQL_and_its_password_is_never_shown(string text)
    {
        Assert.True(DatabaseAddress.TryParse(text, out var address));

        Assert.Equal(DatabaseKind.Postgres, address.Kind);
        Assert.Contains("geheim", address.ConnectionString, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", address.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_says_the_same_as_names_and_values()
    {
        Assert.True(DatabaseAddress.TryParse("postgres://m%65:ge%3Aheim@[::1]:5433/b%20ot?sslmode=require", out var address));

        var server = new Npgsql.NpgsqlConnectionStringBuilder(address.ConnectionString);
        Assert.Equal(("::1", 5433, "b ot", "me", "ge:heim", Npgsql.SslMode.Require), (server.Host, server.Port, server.Database, server.Username, server.Password, server.SslMode));
    }

    [Fact]
    public void Several_hosts_leave_each_other_connections_unless_told_otherwise()
    {
        Assert.True(DatabaseAddress.TryParse("Host=db", out var silent));
        Assert.True(DatabaseAddress.TryParse("Host=db;MaxPoolSize=100", out var told));

        Assert.Equal((30, 100), (new Npgsql.NpgsqlConnectionStringBuilder(silent.ConnectionString).MaxPoolSize, new Npgsql.NpgsqlConnectionStringBuilder(told.ConnectionString).MaxPoolSize));
    }

    [Theory]
    [InlineData("")]
    [InlineData("medtechbot.db")]
    [InlineData("mysql://db/bot")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x;Mode=Memory;Cache=Shared")]
    [InlineData("Data Source=")]
    [InlineData("Host=")]
    [InlineData("Host=db;Nonsense=1")]
    [InlineData("Host=db;Port=many")]
    [InlineData("Data Source=x;Nonsense=1")]
    [InlineData("AccountEndpoint=https://db/")]
    [InlineData("postgres://")]
    [InlineData("postgres://db:port/bot")]
    [InlineData("postgres://db/bot?nonsense=1")]
    [InlineData("postgres://db/bot?sslmode=perhaps")]
    [InlineData(";;=;'")]
    public void Anything_else_is_not_taken(string text) => Assert.False(DatabaseAddress.TryParse(text, out _));
}
