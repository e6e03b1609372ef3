using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Findings;
using Gongkai.Publication.Matters;
using Gongkai.Publication.Normative;

namespace Gongkai.Data.Mapping;

/// <summary>一版内容、一件事写成 JSON 存：写定之后不再改，读回来与写下的相等。</summary>
internal static class RowJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new IdConverter<UnitId>(id => id.Value, value => new UnitId(value)),
            new IdConverter<PersonId>(id => id.Value, value => new PersonId(value)),
            new IdConverter<ItemId>(id => id.Value, value => new ItemId(value)),
            new IdConverter<NormativeId>(id => id.Value, value => new NormativeId(value)),
            new IdConverter<ExemptionId>(id => id.Value, value => new ExemptionId(value)),
            new IdConverter<AttachmentId>(id => id.Value, value => new AttachmentId(value)),
            new IdConverter<MatterId>(id => id.Value, value => new MatterId(value)),
        },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options) ?? throw new InvalidOperationException($"库里的 {typeof(T).Name} 是空的。");

    private sealed class IdConverter<TId>(Func<TId, Guid> value, Func<Guid, TId> create) : JsonConverter<TId>
        where TId : struct
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => create(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId id, JsonSerializerOptions options) => writer.WriteStringValue(value(id));
    }
}
