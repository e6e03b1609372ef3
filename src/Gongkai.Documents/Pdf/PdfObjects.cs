using System.Text;
using System.Text.Json;
using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Pdf;

/// <summary>PDF 的全部对象，由 qpdf 列成 JSON：坏了的结构由它修补，口令由它判定，压缩的对象由它展开。流的内容另取。</summary>
internal sealed class PdfObjects : IDisposable
{
    private const int MostSteps = 32;
    private const int MostPageDepth = 64;

    /// <summary>全部对象的清单最多这么大：百万个对象的不看。</summary>
    private const int LargestListing = 32 << 20;

    /// <summary>展开后的一个流，最多取这么多。</summary>
    private const int LargestStream = 32 << 20;

    private readonly JsonDocument _json;
    private readonly Dictionary<string, JsonElement> _objects = new(StringComparer.Ordinal);

    private PdfObjects(JsonDocument json)
    {
        _json = json;
        foreach (var item in json.RootElement.GetProperty("qpdf")[1].EnumerateObject())
            if (item.Name.StartsWith("obj:", StringComparison.Ordinal)) _objects[item.Name[4..]] = item.Value;
            else if (item.Name == "trailer") Trailer = item.Value.GetProperty("value");
        Catalog = Get(Trailer, "/Root");
    }

    public JsonElement Trailer { get; }

    public JsonElement Catalog { get; }

    /// <summary>各间接对象：编号（例如“12 0 R”）与它的字典或值。</summary>
    public IEnumerable<KeyValuePair<string, JsonElement>> All => _objects.Select(one => new KeyValuePair<string, JsonElement>(one.Key, Body(one.Value)));

    /// <summary>一个对象的字典或值。</summary>
    public JsonElement Find(string id) => _objects.TryGetValue(id, out var item) ? Body(item) : default;

    public bool IsStream(string id) => _objects.TryGetValue(id, out var item) && item.TryGetProperty("stream", out _);

    public static Outcome<PdfObjects> Read(PdfWorkspace work, string path)
    {
        var listed = work.Run(ExternalPrograms.Qpdf, LargestListing, ["--json-output", "--json-stream-data=none", path]);
        if (!listed.Succeeded) return listed.Refusal!;
        try
        {
            return new PdfObjects(JsonDocument.Parse(listed.Value, new JsonDocumentOptions { MaxDepth = 512 }));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return Unreadable.Damaged("PDF");
        }
    }

    /// <summary>取若干流展开后的内容；展不开的没有。</summary>
    public static Outcome<Dictionary<string, byte[]>> Streams(PdfWorkspace work, string path, IReadOnlyCollection<string> ids)
    {
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (ids.Count == 0) return contents;
        List<string> lines = ["--json-output", "--json-stream-data=inline", "--decode-level=generalized", .. ids.Select(id => $"--json-object={id.Split(' ')[0]},{id.Split(' ')[1]}"), path];
        var arguments = work.Write("streams.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        var listed = work.Run(ExternalPrograms.Qpdf, $"@{arguments}");
        if (!listed.Succeeded) return listed.Refusal!;
        using var json = JsonDocument.Parse(listed.Value, new JsonDocumentOptions { MaxDepth = 512 });
        foreach (var item in json.RootElement.GetProperty("qpdf")[1].EnumerateObject())
            if (item.Value.TryGetProperty("stream", out var stream) && stream.TryGetProperty("data", out var data) && data.GetString() is { Length: < LargestStream / 3 * 4 } text
                && !stream.GetProperty("dict").TryGetProperty("/Filter", out _))
                contents[item.Name[4..]] = Convert.FromBase64String(text);
        return contents;
    }

    /// <summary>字典的一项，间接引用已经解开；没有的，ValueKind 为 Undefined。</summary>
    public JsonElement Get(JsonElement dictionary, string key) =>
        dictionary.ValueKind == JsonValueKind.Object && dictionary.TryGetProperty(key, out var value) ? Resolve(value) : default;

    public JsonElement Resolve(JsonElement value)
    {
        for (var step = 0; step < MostSteps && IdOf(value) is { } id; step++)
        {
            if (!_objects.TryGetValue(id, out var item)) return default;
            value = Body(item);
        }

        return value;
    }

    /// <summary>间接引用的编号；不是引用的为空。</summary>
    public static string? IdOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.EndsWith(" R", StringComparison.Ordinal) && text[0] is >= '0' and <= '9' ? text : null;

    /// <summary>数组的各项（还没有解开）；单独一个值的，就是它自己。</summary>
    public IEnumerable<JsonElement> Items(JsonElement value)
    {
        var resolved = Resolve(value);
        return resolved.ValueKind == JsonValueKind.Array ? resolved.EnumerateArray() : value.ValueKind == JsonValueKind.Undefined ? [] : [value];
    }

    /// <summary>文字串或名字（名字连斜线）；别的为空。</summary>
    public string? Text(JsonElement value)
    {
        if (Resolve(value) is not { ValueKind: JsonValueKind.String } resolved) return null;
        var text = resolved.GetString()!;
        if (text.StartsWith("u:", StringComparison.Ordinal)) return text[2..];
        if (!text.StartsWith("b:", StringComparison.Ordinal)) return text;
        return text.Length % 2 == 0 ? Decoded(Convert.FromHexString(text[2..])) : null;
    }

    /// <summary>各页，按次序；沿页树继承的项用 <see cref="Inherited"/> 查。</summary>
    public IReadOnlyList<PdfPageObject> Pages()
    {
        var pages = new List<PdfPageObject>();
        Walk(Catalog.ValueKind == JsonValueKind.Object && Catalog.TryGetProperty("/Pages", out var root) ? root : default, [], 0, new HashSet<string>(StringComparer.Ordinal));
        return pages;

        void Walk(JsonElement reference, JsonElement[] parents, int depth, HashSet<string> seen)
        {
            var node = Resolve(reference);
            if (depth > MostPageDepth || node.ValueKind != JsonValueKind.Object || (IdOf(reference) is { } id && !seen.Add(id))) return;
            if (!node.TryGetProperty("/Kids", out var kids))
            {
                pages.Add(new PdfPageObject(pages.Count + 1, IdOf(reference) ?? "", node, parents));
                return;
            }

            foreach (var kid in Items(kids)) Walk(kid, [node, .. parents], depth + 1, seen);
        }
    }

    /// <summary>页自己的，或者从页树继承的一项。</summary>
    public JsonElement Inherited(PdfPageObject page, string key) =>
        new[] { page.Dictionary }.Concat(page.Parents).Select(node => Get(node, key)).FirstOrDefault(value => value.ValueKind != JsonValueKind.Undefined);

    /// <summary>方框：左、下、右、上；没有或不合规矩的为空。</summary>
    public double[]? Box(PdfPageObject page, string key)
    {
        var values = Items(Inherited(page, key)).Select(Resolve).Where(value => value.ValueKind == JsonValueKind.Number).Select(value => value.GetDouble()).ToArray();
        return values.Length == 4
            ? [Math.Min(values[0], values[2]), Math.Min(values[1], values[3]), Math.Max(values[0], values[2]), Math.Max(values[1], values[3])]
            : null;
    }

    /// <summary>从一页出发，不往上级与别的页走，最先碰到的那个对象；一个也碰不到的为空。</summary>
    public string? FirstReached(PdfPageObject page, IReadOnlySet<string> wanted)
    {
        if (wanted.Count == 0) return null;
        var seen = new HashSet<string>(StringComparer.Ordinal) { page.Id };
        var waiting = new Stack<JsonElement>([Inherited(page, "/Resources"), Get(page.Dictionary, "/Annots")]);
        while (waiting.TryPop(out var value))
        {
            if (IdOf(value) is { } id)
            {
                if (wanted.Contains(id)) return id;
                if (seen.Add(id)) waiting.Push(Find(id));
            }
            else if (value.ValueKind == JsonValueKind.Array)
                foreach (var item in value.EnumerateArray()) waiting.Push(item);
            else if (value.ValueKind == JsonValueKind.Object)
                foreach (var item in value.EnumerateObject())
                    if (item.Name is not ("/Parent" or "/P" or "/Dest")) waiting.Push(item.Value);
        }

        return null;
    }

    /// <summary>还没有用过的第一个对象号。</summary>
    public int NextNumber => 1 + _objects.Keys.Select(id => int.TryParse(id.AsSpan(0, id.IndexOf(' ', StringComparison.Ordinal)), out var number) ? number : 0).DefaultIfEmpty().Max();

    public int Number(JsonElement value) =>
        Resolve(value) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var whole) ? whole : 0;

    public void Dispose() => _json.Dispose();

    private static JsonElement Body(JsonElement item) =>
        item.TryGetProperty("value", out var value) ? value : item.TryGetProperty("stream", out var stream) && stream.TryGetProperty("dict", out var dictionary) ? dictionary : default;

    /// <summary>没有标明编码的串：中文软件写的多半是 GB18030。</summary>
    private static string Decoded(byte[] bytes) =>
        Documents.Text.TextDecoder.Decode(bytes) is { Succeeded: true } decoded ? decoded.Value.Text : Say($"{bytes.Length} 字节", $"{bytes.Length} bytes");
}

/// <summary>一页：页码，对象的编号（“12 0 R”），字典，页树上的各级上级。</summary>
internal sealed record PdfPageObject(int Number, string Id, JsonElement Dictionary, IReadOnlyList<JsonElement> Parents);
