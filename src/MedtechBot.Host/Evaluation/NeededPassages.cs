using System.Text.Json;
using System.Text.Json.Serialization;

namespace MedtechBot.Host.Evaluation;

/// <summary>Reads <c>["a", "b"]</c>, any of which suffices, and <c>[["a", "b"], ["c"]]</c>, of each of which one is needed.</summary>
internal sealed class NeededPassages : JsonConverter<IReadOnlyList<IReadOnlyList<string>>>
{
    public override IReadOnlyList<IReadOnlyList<string>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var list = JsonElement.ParseValue(ref reader);
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException();
        }
        List<JsonElement> entries = [.. list.EnumerateArray()];
        if (entries.TrueForAll(e => e.ValueKind == JsonValueKind.String))
        {
            return entries.Count == 0 ? [] : [Strings(entries)];
        }
        return entries.TrueForAll(e => e.ValueKind == JsonValueKind.Array && e.GetArrayLength() > 0)
            ? [.. entries.Select(e => Strings([.. e.EnumerateArray()]))]
            : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<IReadOnlyList<string>> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Select(part => part.ToArray()).ToArray(), options);

    private static IReadOnlyList<string> Strings(List<JsonElement> entries) =>
        entries.TrueForAll(e => e.ValueKind == JsonValueKind.String) ? [.. entries.Select(e => e.GetString()!)] : throw new JsonException();
}
