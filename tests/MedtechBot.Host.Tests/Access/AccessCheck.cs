using System.Globalization;
using MedtechBot.Consultations;
using MedtechBot.Coordination;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Access;

/// <summary>Goes through rows of the table with every visitor and says where the product answers otherwise.</summary>
/// <param name="values">For the parameters of addresses, beside those of the tickets.</param>
internal sealed class AccessCheck(ProductHost host, Pair pair, Dictionary<string, string> values)
{
    private readonly List<string> _wrong = [];
    private string? _before;

    public async Task RunAsync(IEnumerable<AccessRow> rows, IReadOnlyList<(int Column, Visitor Visitor)> visitors)
    {
        foreach (var row in rows)
        {
            foreach (var ticket in row.IsOfTicket && pair.Open != pair.Secret ? [pair.Open, pair.Secret] : new[] { pair.Open })
            {
                foreach (var (column, visitor) in visitors)
                {
                    await AskAsync(row, ticket, row.Cell(column, ticket == pair.Secret), visitor);
                }
            }
        }
        foreach (var (_, visitor) in visitors)
        {
            visitor.Dispose();
        }
        Assert.True(_wrong.Count == 0, string.Join('\n', _wrong));
    }

    private async Task AskAsync(AccessRow row, Marked ticket, string cell, Visitor visitor)
    {
        if (cell == "-")
        {
            return;
        }
        _before ??= await StoredState.ReadAsync(host);
        var filled = ValuesFor(ticket);
        var answer = await visitor.SendAsync(row.Method, AccessRow.Fill(row.Address, filled), row.Method == "POST" ? await BodyAsync(row, filled, visitor) : null);
        var status = int.Parse(cell[..3], CultureInfo.InvariantCulture);
        Say(answer.Status == status, row, ticket, visitor, $"{answer.Status} instead of {status}");
        foreach (var marked in new[] { pair.Open, pair.Secret }.Distinct())
        {
            var isShown = row.IsOfTicket ? marked == ticket && cell.Contains('+', StringComparison.Ordinal)
                : cell.Contains(marked == pair.Open ? "+" : "++", StringComparison.Ordinal);
            Say(answer.Body.Contains(marked.Word, StringComparison.Ordinal) == isShown, row, ticket, visitor, isShown ? "does not show the ticket" : $"shows {marked.Word}");
        }
        if (row.IsOutside)
        {
            Say(!answer.Body.Contains(ticket.InternalWord, StringComparison.Ordinal), row, ticket, visitor, "shows an internal note");
        }
        var after = await StoredState.ReadAsync(host);
        Say(after != _before == cell.EndsWith('!'), row, ticket, visitor, after == _before ? "changed nothing" : "changed something");
        _before = cell.EndsWith('!') ? await MendAsync(ticket) : after;
    }

    private Dictionary<string, string> ValuesFor(Marked ticket) => new(values)
    {
        ["number"] = ticket.Number.Value,
        ["conversation"] = ticket.ConversationId,
        ["conversationId"] = ticket.ConversationId,
        ["file"] = ticket.FileId,
        ["deskfile"] = ticket.DeskFileId,
        ["heldfile"] = ticket.HeldFileId,
        ["otherfile"] = (ticket == pair.Open ? pair.Secret : pair.Open).FileId,
    };

    // Never what would be carried out, since whoever is let in shall change nothing for the others either.
    private static async Task<HttpContent> BodyAsync(AccessRow row, Dictionary<string, string> filled, Visitor visitor)
    {
        var fields = row.Fields.Select(f => (f.Name, Value: AccessRow.Fill(f.Value, filled)));
        return row.Address.StartsWith("/api/", StringComparison.Ordinal) ? Visitor.Json("{}")
            : row.Address.EndsWith("/upload", StringComparison.Ordinal) ? new MultipartFormDataContent { { new StringContent("x"), "nothing" } }
            : row.Address.StartsWith("/v3/", StringComparison.Ordinal) ? Visitor.Json("""{"type":"typing"}""")
            : row.HasToken ? Visitor.Form([.. fields, ("__RequestVerificationToken", await visitor.FormTokenAsync())])
            : Visitor.Form([.. fields]);
    }

    // Given back in its row: the next visitor finds it in charge of the same person again.
    private async Task<string> MendAsync(Marked ticket)
    {
        var holder = (await host.Services.GetRequiredService<TicketStore>().FindAsync(ticket.Number))!.History.OfType<TicketTaken>().First().By;
        await host.Services.GetRequiredService<TakeTicket>().HandleAsync(ticket.Number, holder);
        return await StoredState.ReadAsync(host);
    }

    private void Say(bool isRight, AccessRow row, Marked ticket, Visitor visitor, string wrong)
    {
        if (!isRight)
        {
            _wrong.Add($"{row} ({(ticket == pair.Open ? "ordinary" : "confidential")}), {visitor.Name}: {wrong}");
        }
    }
}
