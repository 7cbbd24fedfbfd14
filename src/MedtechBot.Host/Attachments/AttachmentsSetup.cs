namespace MedtechBot.Host.Attachments;

/// <summary>Files that askers and the desk give each other.</summary>
public static class AttachmentsSetup
{
    public static WebApplicationBuilder AddAttachments(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Uploads>();
        builder.Services.AddSingleton<FileIntake>();
        return builder;
    }
}
