using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Indicators;

/// <summary>一份报告用的三张表的格式：格式逐表判定，所以三张各有各的；没有读到的表为空。各格接成一长行，依次是表二、表三、表四。</summary>
public sealed record TableSet(FormTable? Disclosure, FormTable? Requests, FormTable? Review)
{
    /// <summary>三张表一共几格。</summary>
    public int Width { get; } = CountOf(Disclosure) + CountOf(Requests) + CountOf(Review);

    /// <summary>一份报告用的格式。</summary>
    public static TableSet Of(AnnualReport report) => new(report.Disclosure?.Form, report.Requests?.Form, report.Review?.Form);

    /// <summary>一张表的格式；没有读到的为空。</summary>
    public FormTable? Table(TableKind kind) => kind switch
    {
        TableKind.Disclosure => Disclosure,
        TableKind.Requests => Requests,
        _ => Review,
    };

    /// <summary>一格在长行里的序号，从 0 起；格式里没有这一格的为空。</summary>
    public int? At(TableKind kind, string row, string column)
    {
        if (Table(kind)?.Row(row) is not { } found) return null;
        foreach (var candidate in found.Columns)
            if (candidate.Key == column) return BaseOf(kind) + found.Offset + candidate.Index;
        return null;
    }

    /// <summary>一格在长行里的序号；格式里没有这一格的为空。</summary>
    public int? At(CellPath cell) => At(cell.Table, cell.Row!, cell.Column!);

    /// <summary>办理结果里一大类的各行（例如“（三）不予公开”）的总计列；没有这一类的为空。</summary>
    public ImmutableArray<int>? Outcomes(string category)
    {
        if (Requests is null) return null;
        ImmutableArray<int> found = [.. Requests.Rows.Where(row => row.IsOutcome && CategoryOf(row) == category).Select(row => At(TableKind.Requests, row.Key, "total")).OfType<int>()];
        return found.IsEmpty ? null : found;
    }

    /// <summary>办理结果的一行属于哪一大类：上级标签，没有上级的是它自己；括号里的填表说明省去。</summary>
    public static string CategoryOf(FormRow row)
    {
        var caption = row.Groups.Length > 1 ? row.Groups[^1] : row.Caption.Official;
        var hint = caption.IndexOf("（区分处理", StringComparison.Ordinal);
        return hint > 0 ? caption[..hint] : caption;
    }

    private int BaseOf(TableKind kind) => kind switch
    {
        TableKind.Disclosure => 0,
        TableKind.Requests => CountOf(Disclosure),
        _ => CountOf(Disclosure) + CountOf(Requests),
    };

    private static int CountOf(FormTable? table) => table is null ? 0 : ReportTable.CellCount(table);
}
