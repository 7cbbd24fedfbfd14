using MedtechBot.Answers;
using MedtechBot.Channels;
using MedtechBot.Consultations;
using MedtechBot.Host.Teams.Tabs;
using MedtechBot.Host.Tests.Access;
using MedtechBot.People;
using MedtechBot.Storage;
using MedtechBot.Teams;
using MedtechBot.Teams.Coordinators;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MedtechBot.Host.Tests.Teams.Tabs;

/// <summary>People of a directory with what they have at the product.</summary>
internal static class TabPeople
{
    /// <summary>A ticket that somebody opened in Teams.</summary>
    public static async Task<TicketNumber> OpenTicketAsync(ProductHost host, TabIdentity identity, string word)
    {
        // As the door of Teams knows them.
        var asker = OpenTeamsConversation.AskerIdOf("msteams", identity.TenantId, new TeamsAccount("29:of-this-chat-alone", identity.ObjectId.ToUpperInvariant()));
        var conversation = await host.Services.GetRequiredService<Conversations>().CreateAsync(asker, ChannelNames.Quick, Language.Japanese);
        return (await Scene.OpenAsync(host, conversation.Id, asker, word, isConfidential: false)).Number;
    }

    /// <summary>An account at the desk that is tied to somebody.</summary>
    public static async Task TieAsync(ProductHost host, string name, Role role, TabIdentity identity)
    {
        (await Scene.SignedInAsync(host, name, role)).Dispose();
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<MedtechBotContext>>().CreateDbContextAsync();
        var person = await context.Set<PersonRow>().SingleAsync(p => p.Name == name);
        context.Add(new TeamsLinkRow { PersonId = person.Id, TenantId = identity.TenantId, AadObjectId = identity.ObjectId, UserId = "29:" + name, At = person.CreatedAt });
        await context.SaveChangesAsync();
    }
}
