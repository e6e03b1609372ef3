using System.Text.Json;
using Gongkai.Documents.Pdf;

namespace Gongkai.Documents.Inspection;

/// <summary>PDF 里正文之外的对象：注释、表单里隐藏的值、附件、脚本、指到外面的动作。</summary>
internal sealed class PdfMarks(PdfObjects objects)
{
    private const int MostListed = 1_000;
    private const int Hidden = 0x02;
    private const int NoView = 0x20;

    /// <summary>不是批注的注释：链接、表单的格子、印刷用的记号，随别的注释弹出的小窗。</summary>
    private static readonly string[] NotComments = ["/Link", "/Widget", "/Popup", "/PrinterMark", "/TrapNet", "/Watermark", "/Screen", "/3D", "/RichMedia"];

    private IEnumerable<(int Page, JsonElement Annotation)> Annotations() =>
        objects.Pages().SelectMany(page => objects.Items(objects.Get(page.Dictionary, "/Annots")).Select(item => (page.Number, objects.Resolve(item))))
            .Where(one => one.Item2.ValueKind == JsonValueKind.Object).Take(MostListed);

    /// <summary>批注。图章只在写了文字时算：章的样子本来就看得见。</summary>
    public IEnumerable<FileComment> Comments()
    {
        foreach (var (page, annotation) in Annotations())
        {
            var kind = Text(annotation, "/Subtype");
            var (author, text) = (Text(annotation, "/T"), Text(annotation, "/Contents"));
            if (kind.Length == 0 || NotComments.Contains(kind, StringComparer.Ordinal) || (kind == "/Stamp" && text.Length == 0)) continue;
            yield return new FileComment(Say($"第{page}页", $"page {page}"), author, text);
        }
    }

    /// <summary>表单里设为隐藏的格子的值。</summary>
    public IEnumerable<HiddenText> HiddenFields()
    {
        foreach (var (page, annotation) in Annotations())
            if ((objects.Number(objects.Get(annotation, "/F")) & (Hidden | NoView)) != 0 && Text(annotation, "/Subtype") == "/Widget" && Text(annotation, "/V") is { Length: > 1 } value)
                yield return new HiddenText(Say($"第{page}页的表单", $"form of page {page}"), HiddenHow.Vanish, value);
    }

    /// <summary>附件：名字与它的流。</summary>
    public IEnumerable<(string Name, string Stream)> Attachments()
    {
        foreach (var (_, body) in objects.All)
        {
            if (objects.Get(body, "/EF") is not { ValueKind: JsonValueKind.Object } files) continue;
            var stream = files.EnumerateObject().Select(item => PdfObjects.IdOf(item.Value)).FirstOrDefault(id => id is not null);
            if (stream is not null) yield return (Text(body, "/UF") is { Length: > 0 } name ? name : Text(body, "/F") is { Length: > 0 } plain ? plain : Say("附件", "attachment"), stream);
        }
    }

    /// <summary>脚本，不论挂在文件、页面还是注释上。</summary>
    public IEnumerable<EmbeddedFile> Scripts() =>
        objects.All.SelectMany(one => Actions(one.Value, 0)).Where(action => Text(action, "/S") == "/JavaScript")
            .Take(MostListed).Select(_ => new EmbeddedFile(Say("PDF 的脚本", "script of the PDF"), "script", default)).DistinctBy(script => script.Name);

    /// <summary>网址，以及启动程序、打开别的文件、提交表单的动作。</summary>
    public IEnumerable<ExternalLink> Links() =>
        objects.All.SelectMany(one => Actions(one.Value, 0)).Select(Link).OfType<ExternalLink>().Take(MostListed);

    private ExternalLink? Link(JsonElement action) => Text(action, "/S") switch
    {
        "/URI" => new ExternalLink(Say("链接", "link"), "hyperlink", Text(action, "/URI")),
        "/Launch" or "/GoToR" or "/GoToE" or "/ImportData" => new ExternalLink(Say("动作", "action"), "launch", Target(action)),
        "/SubmitForm" => new ExternalLink(Say("动作", "action"), "submit", Target(action)),
        _ => null,
    };

    private string Target(JsonElement action) =>
        objects.Get(action, "/F") is { ValueKind: JsonValueKind.Object } file ? Text(file, "/UF") is { Length: > 0 } name ? name : Text(file, "/F") : Text(action, "/F");

    /// <summary>一个对象里直接写着的动作；间接引用的，轮到那个对象时再看。</summary>
    private static IEnumerable<JsonElement> Actions(JsonElement body, int depth)
    {
        if (depth > 8) yield break;
        if (body.ValueKind == JsonValueKind.Object)
        {
            if (body.TryGetProperty("/S", out var kind) && kind.ValueKind == JsonValueKind.String) yield return body;
            foreach (var item in body.EnumerateObject())
                foreach (var action in Actions(item.Value, depth + 1))
                    yield return action;
        }
        else if (body.ValueKind == JsonValueKind.Array)
            foreach (var item in body.EnumerateArray())
                foreach (var action in Actions(item, depth + 1))
                    yield return action;
    }

    private string Text(JsonElement dictionary, string key) => objects.Text(objects.Get(dictionary, key)) ?? "";
}
