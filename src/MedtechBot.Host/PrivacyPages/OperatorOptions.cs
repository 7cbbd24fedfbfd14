namespace MedtechBot.Host.PrivacyPages;

/// <summary>Settings below <c>MedtechBot:Operator</c>: who runs the product and answers for it. Shown on /privacy and /terms.</summary>
public sealed class OperatorOptions
{
    /// <summary>The organisation's name.</summary>
    public string? Name { get; set; }

    /// <summary>How to reach it: an e-mail address, a web address or a telephone number.</summary>
    public string? Contact { get; set; }

    /// <summary>Its postal address.</summary>
    public string? Address { get; set; }
}
