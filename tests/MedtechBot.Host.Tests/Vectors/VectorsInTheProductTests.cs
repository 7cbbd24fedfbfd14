using System.Diagnostics;
using MedtechBot.Answers;
using MedtechBot.Host.Tests.Desk;
using MedtechBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Vectors;

/// <summary>The product as it is run with an endpoint for vectors.</summary>
public sealed class VectorsInTheProductTests : IAsyncLifetime
{
    private EmbeddingServer _server = null!;
    private Host? _host;

    public async Task InitializeAsync()
    {
        _server = await EmbeddingServer.StartAsync();
        _host = new Host(_server.Endpoint);
    }

    public async Task DisposeAsync()
    {
        await ((IAsyncLifetime)_host!).DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_health_check_says_how_many_passages_have_vectors_and_searches_use_them()
    {
        await VectorsAreThereAsync();
        using var sato = await DeskClient.SignedInAsync(_host!, "佐藤");

        var found = await sato.GetAsync("/desk/search?q=" + SmallKnowledge.Question);

        Assert.Contains(SmallKnowledge.Question, _server.Texts);
        Assert.Contains("意味の近さ", found.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_sent_without_what_is_of_a_person_and_one_at_a_limit_is_not_sent()
    {
        await VectorsAreThereAsync();
        var turns = _host!.Services.GetRequiredService<TurnHandler>();

        var answered = await turns.HandleAsync(new Turn(SmallKnowledge.Question + " 連絡先は 03-1234-5678 です", []));
        await turns.HandleAsync(new Turn("出願前の発明ですが、カテーテルの先端に形状記憶合金を使い、体温で曲がる構造です", []));

        Assert.Equal(OutcomeKind.Answered, answered.Answer.Outcome);
        Assert.Contains(_server.Texts, t => t.StartsWith(SmallKnowledge.Question, StringComparison.Ordinal));
        Assert.DoesNotContain(_server.Texts, t => t.Contains("1234", StringComparison.Ordinal) || t.Contains("形状記憶", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_searched_of_a_person_at_the_desk_and_what_tickets_say_goes_nowhere()
    {
        await VectorsAreThereAsync();
        var (number, _) = await DeskClient.OpenTicketAsync(_host!, "秘密の要旨である");
        using var sato = await DeskClient.SignedInAsync(_host!, "佐藤");

        await sato.GetAsync("/desk/tickets/" + number);
        await sato.GetAsync("/desk/search?q=090-1234-5678");

        Assert.DoesNotContain(_server.Texts, t => t.Contains("要旨", StringComparison.Ordinal) || t.Contains("1234", StringComparison.Ordinal));
    }

    private async Task VectorsAreThereAsync()
    {
        using var client = _host!.NewClient();
        for (var waited = Stopwatch.StartNew(); !(await client.GetStringAsync("/health")).Contains("vectors: 2 of 2 passages", StringComparison.Ordinal); await Task.Delay(20))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(60));
        }
    }

    private sealed class Host(Uri endpoint) : ProductHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
        {
            ["MedtechBot:Vectors:Endpoint"] = endpoint.AbsoluteUri,
            ["MedtechBot:Vectors:Model"] = EmbeddingServer.Model,
            ["MedtechBot:Vectors:ApiKey"] = EmbeddingServer.Key,
            ["MedtechBot:Vectors:PatienceMilliseconds"] = "10000",
        };
    }
}
