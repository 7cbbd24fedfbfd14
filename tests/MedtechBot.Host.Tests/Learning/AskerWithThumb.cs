using System.Net;
using System.Text.RegularExpressions;

namespace MedtechBot.Host.Tests.Learning;

/// <summary>Somebody new who asks on the question page and finds the answer helpful.</summary>
internal static partial class AskerWithThumb
{
    /// <returns>The page with the answer.</returns>
    public static async Task<string> PressAsync(ProductHost host, string question)
    {
        using var client = host.NewClient();
        using var asked = await client.PostAsync("/ask", Form(("q", question)));
        var address = asked.Headers.Location!.ToString().Split('#')[0];
        var page = await client.GetStringAsync(address);
        var turn = Turn().Match(page).Groups[1].Value;
        using var rated = await client.PostAsync(address.Split('?')[0] + "/thumb", Form(("turn", turn), ("thumb", "up")));
        Assert.Equal(HttpStatusCode.SeeOther, rated.StatusCode);
        return WebUtility.HtmlDecode(page);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    [GeneratedRegex("name=\"turn\" value=\"([^\"]+)\"")]
    private static partial Regex Turn();
}
