using System.Text.Json;

namespace MedtechBot.Storage.Moving;

/// <summary>The first line of an export.</summary>
/// <param name="Format">What kind of file it is.</param>
/// <param name="Migration">The tables it was taken from, as the name of the last migration: the same name in every kind of database.</param>
internal sealed record ExportHeader(string Format, int Version, string Migration)
{
    public const string OfThisProduct = "medtechbot-database";
    public const int NewestVersion = 1;

    /// <summary>The header of an export with the tables of this program.</summary>
    public static ExportHeader Of(IEnumerable<string> migrations) =>
        new(OfThisProduct, NewestVersion, migrations.Last().Split('_', 2)[1]);

    /// <exception cref="MoveRefusedException">The line is no header.</exception>
    public static ExportHeader Read(string line)
    {
        try
        {
            if (JsonSerializer.Deserialize<ExportHeader>(line, ExportFile.Json) is { Format: OfThisProduct } header)
            {
                return header;
            }
        }
        catch (JsonException)
        {
            // Something else, then.
        }
        throw new MoveRefusedException("This file is no export of MedtechBot.");
    }

    /// <exception cref="MoveRefusedException">The file belongs to other tables.</exception>
    public void MustBe(ExportHeader mine)
    {
        if (this != mine)
        {
            throw new MoveRefusedException(
                $"The file holds the tables \"{Migration}\" (format {Version}), this version of MedtechBot has \"{mine.Migration}\" (format {mine.Version}). Export and import with the same version.");
        }
    }
}

/// <summary>The last line of an export: without it the file is torn.</summary>
internal sealed record ExportFooter(long Rows, string Sha256);

/// <summary>A line between the two.</summary>
internal sealed record ExportRow(string Table, System.Text.Json.Nodes.JsonObject Row);
