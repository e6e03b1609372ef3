using System.Buffers;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading.Labels;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>表从表头起：表头之前的句子里也会说“行政许可97件”，那不是表里的行。</summary>
internal static class TableStart
{
    private static readonly SearchValues<string> DisclosureHeads = SearchValues.Create(["信息内容"], StringComparison.Ordinal);
    private static readonly SearchValues<string> RequestsHeads = SearchValues.Create(["勾稽关系", "申请人情况"], StringComparison.Ordinal);

    /// <summary>表头的位置，和表头起的标签；没有印表头，或者表头之后一个行标签也没有，就从第一个标签起，都留着。</summary>
    public static (int Start, List<FoundLabel> Labels) Find(string content, TableKind kind, int from, int to, List<FoundLabel> found)
    {
        var start = content.AsSpan(from, to - from).IndexOfAny(kind == TableKind.Disclosure ? DisclosureHeads : RequestsHeads);
        if (start < 0) return (found[0].Start, found);
        start += from;
        if (found[0].Start >= start) return (start, found);
        var inside = found.FindAll(label => label.Start >= start);
        return inside.Exists(label => label.Pattern.Row >= 0) ? (start, inside) : (found[0].Start, found);
    }
}
