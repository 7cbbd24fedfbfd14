using Microsoft.Playwright;

namespace MedtechBot.Host.Tests;

/// <summary>The system's Chromium. Tests that need it are skipped where there is none; set CHROMIUM_PATH to name another.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string? Path = new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(File.Exists);

    // A busy machine takes seconds to load the chat; only what never comes is wrong.
    private const int PatienceInMilliseconds = 30_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Path is null)
        {
            return;
        }
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(PatienceInMilliseconds);
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    /// <summary>A person's browser with cookies of its own, at desktop size or as a phone.</summary>
    public async Task<IPage> OpenAsync(Uri address, bool phone = false)
    {
        Skip.If(_browser is null, "No Chromium was found; install chromium or set CHROMIUM_PATH.");
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = "ja-JP",
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            HasTouch = phone,
        });
        context.SetDefaultTimeout(PatienceInMilliseconds);
        return await context.NewPageAsync();
    }

    /// <summary>Keeps a picture below the folder that SCREENSHOTS names; nothing without it.</summary>
    public static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            File.WriteAllText(System.IO.Path.Combine(folder, name + ".perf"), await page.EvaluateAsync<string>("JSON.stringify(performance.getEntries().filter(e => ['paint','mark','navigation','resource'].includes(e.entryType)).map(e => [e.entryType, e.name.slice(0, 90), Math.round(e.startTime), Math.round(e.duration), e.transferSize]))"));
            await page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(folder, name + ".png") });
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
    }
}
