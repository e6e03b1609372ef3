using System.Text;
using System.Text.Json;
using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Pdf;

/// <summary>要改的对象：照 qpdf 的 JSON 写下，由它合进原件。</summary>
internal sealed class PdfPatch
{
    // qpdf 不认把加号写成转义的 base64。
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    private readonly Dictionary<string, object> _objects = new(StringComparer.Ordinal);

    public int Count => _objects.Count;

    /// <summary>换掉一个值或字典。</summary>
    public void Value(string id, object value) => _objects[$"obj:{id}"] = new Dictionary<string, object> { ["value"] = value };

    /// <summary>换掉一个流；<paramref name="dictionary"/> 里不要写 Length 与 Filter，除非内容是压缩的。</summary>
    public void Stream(string id, object dictionary, byte[] content) =>
        _objects[$"obj:{id}"] = new Dictionary<string, object> { ["stream"] = new Dictionary<string, object> { ["dict"] = dictionary, ["data"] = Convert.ToBase64String(content) } };

    /// <summary>只换一个流的字典，内容不动。</summary>
    public void Dictionary(string id, object dictionary) =>
        _objects[$"obj:{id}"] = new Dictionary<string, object> { ["stream"] = new Dictionary<string, object> { ["dict"] = dictionary } };

    public void Trailer(object value) => _objects["trailer"] = new Dictionary<string, object> { ["value"] = value };

    /// <summary>字典去掉或换掉几项。</summary>
    public static Dictionary<string, object> Without(JsonElement dictionary, params ReadOnlySpan<string> keys)
    {
        var copy = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var item in dictionary.EnumerateObject())
            if (!keys.Contains(item.Name)) copy[item.Name] = item.Value;
        return copy;
    }

    /// <summary>合进一个 PDF，写成另一个。</summary>
    /// <param name="options">给 qpdf 的其他选项。</param>
    /// <returns>写成的路径。</returns>
    public Outcome<string> Apply(PdfWorkspace work, string path, string name, params string[] options)
    {
        object[] qpdf = [new Dictionary<string, object> { ["jsonversion"] = 2, ["pdfversion"] = "1.7", ["pushedinheritedpageresources"] = false, ["calledgetallpages"] = false, ["maxobjectid"] = 1 }, _objects];
        var patch = work.Write($"{name}.json", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Dictionary<string, object> { ["qpdf"] = qpdf }, Plain)));
        var target = work.PathOf(name);
        var run = work.Run(ExternalPrograms.Qpdf, [path, $"--update-from-json={patch}", .. options, target]);
        return run.Succeeded ? target : run.Refusal!;
    }
}
