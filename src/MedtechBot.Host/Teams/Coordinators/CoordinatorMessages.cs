using System.Security.Cryptography;
using System.Text;
using MedtechBot.Channels;
using MedtechBot.People;
using MedtechBot.Teams;
using MedtechBot.Teams.Coordinators;

namespace MedtechBot.Host.Teams.Coordinators;

/// <summary>
/// Messages that are for the desk and not for the bot: the code that ties an account, the word that connects a channel, and what is
/// written below the card of a ticket. None of them is kept as a question of an asker.
/// </summary>
internal sealed class CoordinatorMessages(TeamsLinks links, DeskChannels channels, TicketThread thread)
{
    /// <returns>What whoever wrote is told; null when the message is for the bot.</returns>
    public async Task<OutgoingMessage?> AnswerAsync(TeamsActivity activity, CancellationToken cancellation) =>
        activity.Value is null && await TextAsync(activity, cancellation) is { } answer ? new OutgoingMessage { DeliveryKey = "desk:" + IdOf(activity), Text = answer } : null;

    /// <summary>Names what was written, so that the same activity sent again does nothing new.</summary>
    internal static string IdOf(TeamsActivity activity) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.ConversationId}|{activity.From.Id}|{activity.Id ?? activity.Text}")).AsSpan(0, 16));

    private async Task<string?> TextAsync(TeamsActivity activity, CancellationToken cancellation)
    {
        var text = TeamsText.Of(activity);
        if (activity.IsPersonal)
        {
            return DeskCommand.Read(text) is { Verb: DeskVerb.Connect } tie && (tie.Rest.Length == 0 || TeamsCode.IsOne(tie.Rest)) ? await TieAsync(activity, tie.Rest, cancellation) : null;
        }
        if (await channels.TicketOfThreadAsync(activity, cancellation) is { } number)
        {
            return await thread.WriteAsync(activity, number, text, cancellation);
        }
        return activity.Kind == TeamsKinds.Channel && DeskCommand.Read(text) is { Verb: not DeskVerb.Note } command && command.Rest.Length <= CoordinatorWords.LongestPlace
            ? await ChannelAsync(activity, command, cancellation) : null;
    }

    private async Task<string> TieAsync(TeamsActivity activity, string code, CancellationToken cancellation)
    {
        if (code.Length == 0)
        {
            return CoordinatorWords.CodeNeeded;
        }
        if (TeamsIdentity.Of(activity) is not { } identity)
        {
            return CoordinatorWords.NoIdentity;
        }
        return await links.TieAsync(code, identity, cancellation) switch
        {
            (TeamsLinking.Tied, { } person) => CoordinatorWords.Tied(person.Name),
            (TeamsLinking.IdentityTaken, _) => CoordinatorWords.IdentityTaken,
            _ => CoordinatorWords.CodeUnknown,
        };
    }

    private async Task<string> ChannelAsync(TeamsActivity activity, DeskCommand command, CancellationToken cancellation)
    {
        if (await links.FindAsync(TeamsIdentity.Of(activity), cancellation) is not { } person)
        {
            return CoordinatorWords.NotTied;
        }
        if (!person.May(Role.Coordinator))
        {
            return CoordinatorWords.NotAllowed;
        }
        if (command.Verb == DeskVerb.Disconnect)
        {
            return await channels.DisconnectAsync(activity, person, cancellation) ? CoordinatorWords.Disconnected : CoordinatorWords.NotConnected;
        }
        var prefecture = command.Prefecture();
        if (command.Rest.Length > 0 && prefecture is null)
        {
            return CoordinatorWords.PrefectureUnknown;
        }
        await channels.ConnectAsync(activity, prefecture, person, cancellation);
        return CoordinatorWords.Connected(prefecture);
    }
}
