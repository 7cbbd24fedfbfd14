using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MedtechBot.Storage.Moving;

/// <summary>An export as a file: JSON, a line each, between a header and a footer with the hash of all lines above it.</summary>
internal static class ExportFile
{
    // The header is short; a file without any line end in its beginning is not read on.
    private const int LongestHeader = 64 * 1024;

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static async Task WriteAsync(Stream file, ExportHeader header, IAsyncEnumerable<ExportRow> rows, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        async Task LineAsync(object content)
        {
            var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(content, Json) + "\n");
            hash.AppendData(line);
            await file.WriteAsync(line, cancellation);
        }

        var count = 0L;
        await LineAsync(header);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await LineAsync(row);
            count++;
        }
        await LineAsync(new ExportFooter(count, Convert.ToHexStringLower(hash.GetCurrentHash())));
        await file.FlushAsync(cancellation);
    }

    /// <summary>Every row. That the file is whole is known after the last one.</summary>
    /// <exception cref="MoveRefusedException">The file is torn, changed or something else.</exception>
    public static async IAsyncEnumerable<ExportRow> ReadAsync(Stream file, ExportHeader mine, [EnumeratorCancellation] CancellationToken cancellation)
    {
        MustHaveLines(file);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var reader = new StreamReader(file, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var (number, rows) = (0L, 0L);
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            number++;
            if (number == 1)
            {
                ExportHeader.Read(line).MustBe(mine);
            }
            else if (line.StartsWith("{\"rows\":", StringComparison.Ordinal))
            {
                var footer = Parse<ExportFooter>(line, number);
                if (footer.Rows != rows || footer.Sha256 != Convert.ToHexStringLower(hash.GetCurrentHash()) || await reader.ReadLineAsync(cancellation) is not null)
                {
                    throw new MoveRefusedException("The file was changed or damaged after it was exported: its hash does not fit.");
                }
                yield break;
            }
            else
            {
                yield return Parse<ExportRow>(line, number);
                rows++;
            }
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }
        throw new MoveRefusedException($"The file is torn: it ends after line {number}, without its last line.");
    }

    private static void MustHaveLines(Stream file)
    {
        file.Position = 0;
        var start = new byte[(int)Math.Min(LongestHeader, file.Length)];
        file.ReadExactly(start);
        file.Position = 0;
        if (!start.Contains((byte)'\n'))
        {
            throw new MoveRefusedException("This file is no export of MedtechBot.");
        }
    }

    private static T Parse<T>(string line, long number)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Json) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new MoveRefusedException($"The file is torn or damaged: line {number} cannot be read.");
        }
    }
}
