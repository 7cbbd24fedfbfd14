using MedtechBot.Host.Settings;
using MedtechBot.Host.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MedtechBot.Host.Desk;

/// <summary>
/// Where links to the desk lead: the public address when one is set, otherwise the one the server listens on. The server notes that
/// in the data directory, since <c>desk link</c> runs in a process of its own.
/// </summary>
internal sealed class DeskAddress(IConfiguration configuration, HostPaths paths)
{
    public string SignInLink(string token) => Of($"{DeskGuard.Root}/sign-in/{token}");

    /// <summary>A page of the product as people outside reach it.</summary>
    public string Of(string path) => Find() + path;

    /// <summary>Notes the first address the server listens on; not for servers without one.</summary>
    public void Note(IServer server)
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address)
        {
            File.WriteAllText(NoteFile, address);
        }
    }

    private string NoteFile => Path.Combine(paths.DataFolder(), "address.txt");

    private string Find()
    {
        var address = Given(configuration["MedtechBot:PublicUrl"])
            ?? Given(File.Exists(NoteFile) ? File.ReadAllText(NoteFile) : null)
            ?? Given(configuration["urls"]?.Split(';')[0])
            ?? SettingsSetup.DefaultAddress;
        return Reachable(address.Trim()).TrimEnd('/');
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // "Every address of this machine" is one to listen on, not one to open.
    private static string Reachable(string address) => address
        .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
        .Replace("//[::]", "//localhost", StringComparison.Ordinal)
        .Replace("//*", "//localhost", StringComparison.Ordinal)
        .Replace("//+", "//localhost", StringComparison.Ordinal);
}
