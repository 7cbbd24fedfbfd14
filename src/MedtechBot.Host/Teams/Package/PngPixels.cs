using System.Buffers.Binary;
using System.IO.Compression;

namespace MedtechBot.Host.Teams.Package;

internal readonly record struct PngPixel(byte Red, byte Green, byte Blue, byte Alpha);

/// <summary>A small PNG, pixel by pixel. It is read as every drawing program writes it: 8 bits, RGB or RGBA, not interlaced.</summary>
internal sealed record PngPixels(int Width, int Height, IReadOnlyList<PngPixel> Pixels)
{
    private const int Largest = 1_024;
    private const int HeaderLength = 13;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>Null when it is no such picture.</returns>
    public static PngPixels? TryRead(byte[] file)
    {
        try
        {
            return file.AsSpan().StartsWith(Signature) ? Read(file) : null;
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static PngPixels? Read(byte[] file)
    {
        var (header, packed) = (Array.Empty<byte>(), new MemoryStream());
        for (var at = Signature.Length; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var body = file.AsSpan(at + 8, length);
            switch (file.AsSpan(at + 4, 4))
            {
                case [(byte)'I', (byte)'H', (byte)'D', (byte)'R']:
                    header = body.ToArray();
                    break;
                case [(byte)'I', (byte)'D', (byte)'A', (byte)'T']:
                    packed.Write(body);
                    break;
            }
            // Length, kind and checksum are around each.
            at += length + 12;
        }
        if (header is not { Length: HeaderLength } || header[8..] is not [8, 2 or 6, 0, 0, 0])
        {
            return null;
        }
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        packed.Position = 0;
        return width is > 0 and <= Largest && height is > 0 and <= Largest
            ? new PngPixels(width, height, Unpack(packed, width, height, header[9] == 6 ? 4 : 3))
            : null;
    }

    private static List<PngPixel> Unpack(Stream packed, int width, int height, int channels)
    {
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var pixels = new List<PngPixel>(width * height);
        var (above, line) = (new byte[width * channels], new byte[width * channels]);
        for (var y = 0; y < height; y++)
        {
            var filter = unpacked.ReadByte();
            unpacked.ReadExactly(line);
            for (var i = 0; i < line.Length; i++)
            {
                var left = i < channels ? 0 : line[i - channels];
                var corner = i < channels ? 0 : above[i - channels];
                line[i] += (byte)Predicted(filter, left, above[i], corner);
            }
            for (var x = 0; x < line.Length; x += channels)
            {
                pixels.Add(new PngPixel(line[x], line[x + 1], line[x + 2], channels == 4 ? line[x + 3] : byte.MaxValue));
            }
            (above, line) = (line, above);
        }
        return pixels;
    }

    // The filters of the PNG specification, section 9.
    private static int Predicted(int filter, int left, int above, int corner) => filter switch
    {
        0 => 0,
        1 => left,
        2 => above,
        3 => (left + above) / 2,
        4 => Paeth(left, above, corner),
        _ => throw new InvalidDataException(),
    };

    private static int Paeth(int left, int above, int corner)
    {
        var estimate = left + above - corner;
        var (a, b, c) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }
}
