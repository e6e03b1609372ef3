using System.Text;
using Gongkai.Law;

namespace Gongkai.Documents.Office;

/// <summary>旧式文档（doc、wps、rtf、xls、et、odt、ods）：先变成 docx 或 xlsx，再照那样查看痕迹。</summary>
public static class LegacyFile
{
    /// <summary>宏存在这个流里。</summary>
    private static readonly byte[] MacroStream = Encoding.Unicode.GetBytes("_VBA_PROJECT");

    /// <summary>内容是旧式文档。</summary>
    public static bool Is(ReadOnlyMemory<byte> content, ReadLimits limits) =>
        FormatSniffer.Sniff(content, limits) is { Succeeded: true, Value: Container.Office };

    /// <summary>里面有宏；转换以后就没有了，要先看。</summary>
    public static bool HasMacros(ReadOnlyMemory<byte> content) => content.Span.IndexOf(MacroStream) >= 0;

    /// <summary>由 LibreOffice 变成 docx 或 xlsx；没有安装、加了密、已损坏的，是一句说明。</summary>
    public static Outcome<byte[]> Modernise(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel)
    {
        var kind = OfficeKind.Of(content, limits);
        return kind.Succeeded ? OfficeReader.Convert(content, kind.Value, limits, cancel) : kind.Refusal!;
    }
}
