namespace MedtechBot.Host.Settings;

/// <summary>A setting the product cannot start with. The message is one line for whoever starts it: which setting, what is wrong, what to do.</summary>
public sealed class SettingException(string setting, string? value, string japanese, string english)
    : Exception($"{setting} = \"{value}\": {japanese} / {english}")
{
    public string Setting => setting;
}
