using MedtechBot.Channels;
using MedtechBot.Deliveries;
using MedtechBot.Storage;
using MedtechBot.Tests.Storage;

namespace MedtechBot.Tests.Deliveries;

public sealed class OutboxSignalTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private readonly TemporaryDatabase _database = new();
    private readonly OutboxSignal _signal = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Saving_something_to_send_raises_it()
    {
        await using var context = Context();
        Add(context);
        await context.SaveChangesAsync();

        await RaisedAsync();
    }

    [Fact]
    public async Task It_is_raised_after_the_end_of_a_transaction()
    {
        await using var context = Context();
        await using var transaction = await context.Database.BeginTransactionAsync();
        Add(context);
        await context.SaveChangesAsync();
        await RaisedAsync();

        await transaction.CommitAsync();

        await RaisedAsync();
    }

    [Fact]
    public async Task Anything_else_leaves_it_alone()
    {
        await using var context = Context();
        context.Add(new ConversationRow { Id = "c", AskerId = "a", Channel = "quick", CreatedAt = default });
        await context.SaveChangesAsync();

        await Assert.ThrowsAsync<TimeoutException>(() => _signal.WaitAsync(TimeSpan.FromHours(1), TimeProvider.System, default).WaitAsync(TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public async Task Without_it_one_looks_after_a_while() =>
        await _signal.WaitAsync(TimeSpan.FromMilliseconds(1), TimeProvider.System, default).WaitAsync(Deadline);

    private Task RaisedAsync() => _signal.WaitAsync(TimeSpan.FromHours(1), TimeProvider.System, default).WaitAsync(Deadline);

    private static void Add(MedtechBotContext context) =>
        new Outbox(TimeProvider.System).Add(context, new OutboxMessage(OutboxKinds.Mail, "1", "a", "{}"));

    private MedtechBotContext Context() => new Database(_database.Address, null, _signal).CreateDbContext();
}
