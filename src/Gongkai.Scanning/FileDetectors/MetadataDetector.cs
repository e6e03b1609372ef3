using Gongkai.Documents.Inspection;
using Gongkai.Scanning.Detectors;

namespace Gongkai.Scanning.FileDetectors;

/// <summary>文件属性：作者、最后保存者、单位、模板的路径、自定义属性。</summary>
internal static class MetadataDetector
{
    /// <summary>说到人和单位的属性，以及它们的叫法。</summary>
    private static readonly Dictionary<string, string> Captions = new(StringComparer.Ordinal)
    {
        ["creator"] = "作者", ["lastModifiedBy"] = "最后保存者", ["Author"] = "作者", ["Manager"] = "经理", ["Company"] = "单位",
        ["keywords"] = "关键词", ["Keywords"] = "关键词", ["description"] = "备注", ["category"] = "类别", ["subject"] = "主题", ["Subject"] = "主题",
        ["HyperlinkBase"] = "超链接基础", ["Template"] = "模板",
    };

    /// <summary>机关作为作者，本来就是公开的。</summary>
    private static readonly string[] Bodies = ["局", "府", "会", "厅", "办", "院", "所", "站", "中心", "大队", "支队", "公司", "学校", "大学", "室"];

    /// <summary>办公软件自己写的，与人无关。</summary>
    private static readonly string[] Software =
        ["Microsoft Office User", "Administrator", "python-docx", "Normal", "Normal.dotm", "Normal.dot", "WPS Office", "Apache POI", "openpyxl", "Un-named", "Unknown"];

    private static readonly string[] SoftwareProperties = ["KSOProductBuildVer", "ICV", "KSOTemplateDocerSaveRecord"];

    public static FileDetector Instance { get; } = new(
        ScanKind.Metadata,
        "docx、xlsx 的 core、app、custom 属性，PDF 的文件信息：作者、最后保存者、单位、模板、关键词、备注、自定义属性",
        "像人名的、带本机路径的为警告；别的为提示",
        "标题、日期、页数、软件名；作者是机关的",
        Find);

    private static IEnumerable<ScanFinding> Find(FileTraces traces)
    {
        foreach (var (part, name, value) in traces.Properties)
        {
            var caption = part == "custom" ? $"自定义属性“{name}”" : Captions.GetValueOrDefault(name);
            if (caption is null || Software.Contains(value, StringComparer.OrdinalIgnoreCase) || SoftwareProperties.Contains(name, StringComparer.Ordinal) || IsBody(value)) continue;
            var person = PersonNames.IsName(value);
            yield return new ScanFinding(
                ScanKind.Metadata,
                person || HasPath(value) ? ScanSeverity.Warning : ScanSeverity.Notice,
                "文件属性",
                $"{caption}：{(person ? Mask.Name(value) : Mask.Passage(value))}",
                "文件属性会随文件公开：请清除与公开无关的");
        }
    }

    private static bool IsBody(string value) => value.Length >= 4 && Bodies.Any(word => value.EndsWith(word, StringComparison.Ordinal));

    private static bool HasPath(string value) => value.Contains(":\\", StringComparison.Ordinal) || value.Contains("\\\\", StringComparison.Ordinal) || value.Contains("file:", StringComparison.OrdinalIgnoreCase);
}
