using Gongkai.Documents.Cleaning;
using Gongkai.Documents.Inspection;

namespace Gongkai.Scanning.FileDetectors;

/// <summary>外部链接：指到本机、内网的路径会泄露环境，打开文件就自动去取的链接会泄露读者。</summary>
internal static class ExternalLinkDetector
{
    public static FileDetector Instance { get; } = new(
        ScanKind.ExternalLink,
        "指到文件之外的图片、模板、对象、数据源、别的工作簿（连同定义的名称）、数据连接，PDF 里启动程序、提交表单的动作，以及指到本机路径、内网地址的超链接",
        "警告",
        "指到公开网址与邮箱的超链接",
        Find);

    private static IEnumerable<ScanFinding> Find(FileTraces traces) =>
        from link in traces.Links
        where link.Kind != "hyperlink" || PublicAddress.IsInternal(link.Target)
        select new ScanFinding(
            ScanKind.ExternalLink, ScanSeverity.Warning, link.Part, Mask.Passage(link.Target),
            link.Kind == "hyperlink" ? Say("超链接指到本机或内网：请改成公开的网址或去掉", "the link points to this machine or an internal network: make it a public address or remove it") : Say("打开文件时会去取外部的内容：请改成嵌入或去掉", "opening the file fetches something from outside: embed it or remove it"));
}
