namespace MedtechBot.Host.Teams.Package;

/// <summary>Whether icons are as Teams shows them: one in colours, and one in white alone that lies on any ground.</summary>
internal static class IconCheck
{
    public const int ColorSize = 192;
    public const int OutlineSize = 32;

    public static IEnumerable<PackageProblem> Problems(string file, byte[] content, int size, bool isOutline)
    {
        if (PngPixels.TryRead(content) is not { } picture)
        {
            yield return new(file, null, "読み取れません。8ビットの RGB か RGBA の PNG(インターレースなし)で保存してください。", "It cannot be read: save it as a PNG in RGB or RGBA of 8 bits, not interlaced.");
            yield break;
        }
        if (picture.Width != size || picture.Height != size)
        {
            yield return new(file, $"{picture.Width}×{picture.Height}", $"{size}×{size}ピクセルで保存してください。", $"Save it with {size}×{size} pixels.");
        }
        if (!isOutline)
        {
            yield break;
        }
        if (!picture.Pixels.Any(p => p.Alpha == 0))
        {
            yield return new(file, null, "背景を透明にしてください。", "Make its ground transparent.");
        }
        if (picture.Pixels.All(p => p.Alpha == 0))
        {
            yield return new(file, null, "何も描かれていません。白い線で描いてください。", "Nothing is drawn in it; draw white lines.");
        }
        else if (picture.Pixels.FirstOrDefault(p => p is { Alpha: > 0 } and not { Red: 255, Green: 255, Blue: 255 }) is { Alpha: > 0 } coloured)
        {
            yield return new(file, $"#{coloured.Red:X2}{coloured.Green:X2}{coloured.Blue:X2}", "線は白(#FFFFFF)だけにしてください。", "Let its lines be white (#FFFFFF) alone.");
        }
    }
}
