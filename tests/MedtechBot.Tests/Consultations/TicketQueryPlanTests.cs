using System.Data.Common;
using MedtechBot.Consultations;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MedtechBot.Tests.Consultations;

/// <summary>Every page of a ticket and every look at the queue asks these; they must not read all tickets of many years.</summary>
public sealed class TicketQueryPlanTests : IDisposable
{
    private readonly TemporaryDatabase _file = new();
    private readonly Plans _plans = new();
    private readonly TicketStore _store;

    public TicketQueryPlanTests() => _store = new TicketStore(new Database(_file.Address, null, _plans), TimeProvider.System);

    [Theory]
    [InlineData(TicketView.Open, null, null)]
    [InlineData(TicketView.Mine, null, null)]
    [InlineData(TicketView.Unassigned, null, null)]
    [InlineData(TicketView.Closed, null, null)]
    [InlineData(TicketView.All, null, null)]
    [InlineData(TicketView.All, "関東", null)]
    [InlineData(TicketView.All, null, "samd")]
    public async Task A_list_comes_in_its_order_from_an_index(TicketView view, string? region, string? topic)
    {
        await _store.ListAsync(new TicketQuery(new TicketReader("佐藤", TicketReach.Desk), view) { Region = region, Topic = topic });
        Assert.NotEmpty(_plans.Steps);
        Assert.DoesNotContain(_plans.Steps, step => step is "SCAN t" or "USE TEMP B-TREE FOR ORDER BY");
    }

    [Fact]
    public async Task What_moved_lately_and_what_lists_are_narrowed_by_come_from_an_index_as_well()
    {
        await _store.ListMovedAsync(DateTimeOffset.UnixEpoch);
        await _store.ListFacetsAsync(new TicketReader("佐藤", TicketReach.Desk));
        Assert.NotEmpty(_plans.Steps);
        Assert.DoesNotContain("SCAN t", _plans.Steps);
    }

    public void Dispose() => _file.Dispose();

    private sealed class Plans : DbCommandInterceptor
    {
        public List<string> Steps { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await using var explain = command.Connection!.CreateCommand();
            explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            foreach (DbParameter parameter in command.Parameters)
            {
                explain.Parameters.Add(new SqliteParameter(parameter.ParameterName, parameter.Value));
            }
            await using var steps = await explain.ExecuteReaderAsync(cancellationToken);
            while (await steps.ReadAsync(cancellationToken))
            {
                Steps.Add(steps.GetString(3));
            }
            return result;
        }
    }
}
