using Gongkai.Documents.Excel;
using Gongkai.Documents.Word;
using Gongkai.Law;

namespace Gongkai.Documents.Office;

/// <summary>读旧式文档（doc、wps、rtf、xls、et、odt、ods）：经 LibreOffice 转换成 docx 或 xlsx，再照那样读。</summary>
internal static class OfficeReader
{
    public static Outcome<SourceDocument> Read(ReadOnlyMemory<byte> content, ReadLimits limits, CancellationToken cancel)
    {
        var kind = OfficeKind.Of(content, limits);
        if (!kind.Succeeded) return kind.Refusal!;
        var modern = Convert(content, kind.Value, limits, cancel);
        if (!modern.Succeeded) return modern.Refusal!;
        var (converted, extension) = (modern.Value, kind.Value.Extension);
        var read = kind.Value.IsSheet
            ? ExcelReader.Read(converted, limits, cancel)
            : WordReader.Read(converted, limits, cancel);
        return read.Succeeded
            ? read.Value with
            {
                Format = SourceFormat.Office,
                Remarks = [.. read.Value.Remarks, new SourceRemark("office", Say($"{extension[1..]} 文件，经 LibreOffice 转换后读入",
                    $"{extension[1..]} file, read after conversion by LibreOffice"))],
            }
            : read;
    }

    /// <summary>变成 docx 或 xlsx。</summary>
    public static Outcome<byte[]> Convert(ReadOnlyMemory<byte> content, OfficeKind kind, ReadLimits limits, CancellationToken cancel)
    {
        var run = OfficeRun.Convert([content], kind.Extension, kind.Target, kind.Filter, limits, cancel);
        if (!run.Succeeded) return run.Refusal!;
        return run.Value[0] is { } converted ? converted : new Refusal(Say("LibreOffice 打不开这个文件：可能已损坏，或加了密", "LibreOffice cannot open this file: it may be damaged or encrypted"));
    }
}
