using System.Globalization;
using MedtechBot.Host.Settings;
using MedtechBot.Knowledge.Vectors;

namespace MedtechBot.Host.Vectors;

/// <summary>The section <c>MedtechBot:Vectors</c>: whose vectors the search uses beside words. Without an endpoint it uses none.</summary>
/// <param name="Endpoint">What <c>/embeddings</c> is put behind.</param>
internal sealed record VectorSettings(Uri Endpoint, string? ApiKey, VectorOptions Options)
{
    private const string Section = "MedtechBot:Vectors";
    private const int LongestModel = 200;

    /// <returns>Null when vectors are off.</returns>
    /// <exception cref="SettingException">Names the first setting that could not work.</exception>
    public static VectorSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section["Endpoint"] is not { Length: > 0 } given)
        {
            return null;
        }
        if (!Uri.TryCreate(given, UriKind.Absolute, out var endpoint) || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0 || endpoint.UserInfo.Length > 0
            || !(endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && (endpoint.IsLoopback || section["ApiKey"] is not { Length: > 0 }))))
        {
            // Not shown: people put keys into addresses.
            throw new SettingException($"{Section}:Endpoint", "…", "https:// で始まるアドレスを指定してください(鍵を使わないときと、このコンピューターだけは http:// も使えます)。", "Give an https:// address such as https://models.example.jp/v1; without a key, or on this machine, it may be http://.");
        }
        if (section["Model"] is not { Length: > 0 and <= LongestModel } model)
        {
            throw new SettingException($"{Section}:Model", section["Model"], "モデルの名前を指定してください。", "Name the model whose vectors are wanted.");
        }
        var options = new VectorOptions(model);
        return new VectorSettings(endpoint, section["ApiKey"] is { Length: > 0 } key ? key : null, options with
        {
            Weight = Number(section, "Weight", options.Weight, 0, 1),
            Patience = TimeSpan.FromMilliseconds(Number(section, "PatienceMilliseconds", options.Patience.TotalMilliseconds, 1, 10_000)),
            Batch = (int)Number(section, "Batch", options.Batch, 1, 1000),
        });
    }

    private static double Number(IConfigurationSection section, string name, double otherwise, double least, double most) =>
        section[name] is not { Length: > 0 } given ? otherwise
        : double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new SettingException($"{Section}:{name}", given, $"{least}から{most}までの数を指定してください。", $"Give a number from {least} to {most}.");
}
