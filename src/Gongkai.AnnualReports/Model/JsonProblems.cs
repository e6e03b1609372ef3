using System.Globalization;
using System.Text.Json;
using Gongkai.Law;

namespace Gongkai.AnnualReports.Model;

/// <summary>读 JSON 时遇到的错处：先记下来，读完一并说。取值的方法遇到错处就记下路径，返回空。</summary>
internal sealed class JsonProblems
{
    /// <summary>一次最多说这么多处：改完再读，就会看到其余的。</summary>
    private const int Shown = 5;

    private readonly List<string> _problems = [];

    /// <summary>拒绝的理由；没有错处时为空。</summary>
    public Refusal? Refusal => _problems.Count == 0
        ? null
        : new Refusal(Say("规范 JSON 有误：", "the canonical JSON has faults: ") + Speech.Join('；', _problems.Take(Shown))
            + (_problems.Count > Shown ? Say($"；……共 {_problems.Count} 处", $"; … {_problems.Count} in all") : ""));

    public void Add(string path, string problem) => _problems.Add($"{path} {problem}");

    /// <summary>文字太长时只引开头。</summary>
    public static string Excerpt(string text) => text.Length <= 20 ? text : text[..20] + "……";

    public static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Say($"文字“{Excerpt(element.GetString()!)}”", $"the text “{Excerpt(element.GetString()!)}”"),
        JsonValueKind.Number => Say($"数字 {Excerpt(element.GetRawText())}", $"the number {Excerpt(element.GetRawText())}"),
        JsonValueKind.Object => Say("对象", "an object"),
        JsonValueKind.Array => Say("数组", "an array"),
        JsonValueKind.Null => "null",
        _ => element.GetRawText(),
    };

    public bool IsObject(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Object) return true;
        Add(path, Say($"应为对象，写的是{Describe(element)}", $"should be an object, but is {Describe(element)}"));
        return false;
    }

    /// <summary>不认识的键多半是写错的键，放过去就会丢数；下划线开头的是附注，不读。</summary>
    public void RefuseUnknownKeys(JsonElement element, string path, ReadOnlySpan<string> known)
    {
        foreach (var property in element.EnumerateObject())
            if (!property.Name.StartsWith('_') && !known.Contains(property.Name))
                Add(Join(path, Excerpt(property.Name)), Say("不是认识的键", "is not a known key"));
    }

    public string? Text(JsonElement parent, string key, string path)
    {
        if (!parent.TryGetProperty(key, out var element) || element.ValueKind == JsonValueKind.Null) return null;
        if (element.ValueKind == JsonValueKind.String) return element.GetString();
        Add(Join(path, key), Say($"应为文字或 null，写的是{Describe(element)}", $"should be text or null, but is {Describe(element)}"));
        return null;
    }

    public int? Integer(JsonElement parent, string key, string path)
    {
        if (!parent.TryGetProperty(key, out var element) || element.ValueKind == JsonValueKind.Null) return null;
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var value)) return value;
        Add(Join(path, key), Say($"应为整数或 null，写的是{Describe(element)}", $"should be a whole number or null, but is {Describe(element)}"));
        return null;
    }

    public DateOnly? Date(JsonElement parent, string key, string path)
    {
        if (Text(parent, key, path) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Add(Join(path, key), Say($"应为日期（例如 2025-01-20），写的是“{Excerpt(text)}”", $"should be a date such as 2025-01-20, but is “{Excerpt(text)}”"));
        return null;
    }

    /// <summary>数组的各项与它们的路径；没有这个键，或者是 null，就没有项。</summary>
    public IEnumerable<(JsonElement Element, string Path)> Items(JsonElement parent, string key)
    {
        if (!parent.TryGetProperty(key, out var array) || array.ValueKind == JsonValueKind.Null) return [];
        if (array.ValueKind == JsonValueKind.Array) return array.EnumerateArray().Select((element, index) => (element, $"{key}[{index}]"));
        Add(key, Say($"应为数组，写的是{Describe(array)}", $"should be an array, but is {Describe(array)}"));
        return [];
    }

    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
