using Gongkai.Documents.Inspection;
using Gongkai.Scanning.Detectors;

namespace Gongkai.Scanning.FileDetectors;

/// <summary>文件属性：作者、最后保存者、单位、模板的路径、自定义属性。</summary>
internal static class MetadataDetector
{
    /// <summary>说到人和单位的属性，以及它们的叫法。</summary>
    private static readonly Dictionary<string, Bilingual> Captions = new(StringComparer.Ordinal)
    {
        ["creator"] = ("作者", "author"), ["lastModifiedBy"] = ("最后保存者", "last saved by"), ["Author"] = ("作者", "author"), ["Manager"] = ("经理", "manager"), ["Company"] = ("单位", "company"),
        ["keywords"] = ("关键词", "keywords"), ["Keywords"] = ("关键词", "keywords"), ["description"] = ("备注", "remarks"), ["category"] = ("类别", "category"), ["subject"] = ("主题", "subject"), ["Subject"] = ("主题", "subject"),
        ["HyperlinkBase"] = ("超链接基础", "hyperlink base"), ["Template"] = ("模板", "template"), ["absPath"] = ("存放的文件夹", "folder"), ["Comments"] = ("备注", "remarks"), ["Revisions"] = ("保存的历史版本", "saved history"),
        ["Creator"] = ("制作软件", "producing software"), ["Authors"] = ("作者", "author"), ["CreatorTool"] = ("制作软件", "producing software"), ["rights"] = ("权利", "rights"), ["CaptionWriter"] = ("说明的作者", "author of the caption"), ["AuthorsPosition"] = ("作者职务", "author's position"),
        ["ImageDescription"] = ("图片说明", "caption"), ["Make"] = ("拍摄设备", "camera"), ["Model"] = ("拍摄设备", "camera"), ["HostComputer"] = ("处理的电脑", "host computer"), ["Artist"] = ("作者", "author"), ["Copyright"] = ("版权", "copyright"), ["DateTimeOriginal"] = ("拍摄时间", "time taken"),
        ["UserComment"] = ("备注", "remarks"), ["XPTitle"] = ("标题", "title"), ["XPComment"] = ("备注", "remarks"), ["XPAuthor"] = ("作者", "author"), ["XPKeywords"] = ("关键词", "keywords"), ["XPSubject"] = ("主题", "subject"), ["CameraOwnerName"] = ("相机主人", "owner of the camera"),
        ["BodySerialNumber"] = ("相机序列号", "serial number of the camera"), ["LensSerialNumber"] = ("镜头序列号", "serial number of the lens"), ["MakerNote"] = ("相机厂商的数据", "data of the camera maker"), ["Comment"] = ("备注", "remarks"), ["Photoshop"] = ("图片处理软件的数据", "data of picture software"), ["Broken"] = ("损坏", "damaged"),
        ["Description"] = ("备注", "remarks"), ["Source"] = ("来源", "source"), ["Abstract"] = ("摘要", "abstract"),
    };

    /// <summary>机关作为作者，本来就是公开的。</summary>
    private static readonly string[] Bodies = ["局", "府", "会", "厅", "办", "院", "所", "站", "中心", "大队", "支队", "公司", "学校", "大学", "室"];

    /// <summary>办公软件自己写的，与人无关。</summary>
    private static readonly string[] Software =
        ["Microsoft Office User", "Administrator", "python-docx", "Normal", "Normal.dotm", "Normal.dot", "WPS Office", "Apache POI", "openpyxl", "Un-named", "Unknown"];

    private static readonly string[] SoftwareProperties = ["KSOProductBuildVer", "ICV", "KSOTemplateDocerSaveRecord"];

    public static FileDetector Instance { get; } = new(
        ScanKind.Metadata,
        "docx、xlsx 的 core、app、custom 属性，PDF 的文件信息与 XMP，OFD 的文档信息，图片的 EXIF、XMP、PNG 说明：作者、最后保存者、单位、模板、关键词、备注、拍摄的设备与时间、自定义属性；PDF 增量保存的历史",
        "像人名的、带本机路径的为警告；别的为提示",
        "标题、日期、页数、软件名、拍摄时间以外的时间；作者是机关的",
        Find);

    private static IEnumerable<ScanFinding> Find(FileTraces traces)
    {
        foreach (var (part, name, value) in traces.Properties)
        {
            var caption = part is "custom" or "png" ? Say($"自定义属性“{name}”", $"custom property “{name}”") : Captions.GetValueOrDefault(name);
            if (caption is null || (name is "Creator" or "CreatorTool" && !HasPath(value)) || name.StartsWith("GPS", StringComparison.Ordinal) || Software.Contains(value, StringComparer.OrdinalIgnoreCase) || SoftwareProperties.Contains(name, StringComparer.Ordinal) || IsBody(value)) continue;
            var person = PersonNames.IsName(value);
            yield return new ScanFinding(
                ScanKind.Metadata,
                person || HasPath(value) ? ScanSeverity.Warning : ScanSeverity.Notice,
                Say("文件属性", "file properties"),
                Say($"{caption}：{(person ? Mask.Name(value) : Mask.Passage(value))}", $"{caption}: {(person ? Mask.Name(value) : Mask.Passage(value))}"),
                Say("文件属性会随文件公开：请清除与公开无关的", "file properties are published with the file: clear those that are not meant for it"));
        }
    }

    /// <summary>软件自己写的属性；值不是给人看的，不照文字查。</summary>
    internal static bool IsOfSoftware(FileProperty property) => SoftwareProperties.Contains(property.Name, StringComparer.Ordinal);

    private static bool IsBody(string value) => value.Length >= 4 && Bodies.Any(word => value.EndsWith(word, StringComparison.Ordinal));

    private static bool HasPath(string value) => value.Contains(":\\", StringComparison.Ordinal) || value.Contains("\\\\", StringComparison.Ordinal) || value.Contains("file:", StringComparison.OrdinalIgnoreCase);
}
