using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading.Labels;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>表从表头起：表头之前的句子里也会说“行政许可97件”，那不是表里的行。</summary>
internal static class TableStart
{
    private static readonly string[] DisclosureHeads = ["信息内容"];
    private static readonly string[] RequestsHeads = ["勾稽关系", "申请人情况"];

    /// <summary>表头的位置，和表头起的标签；没有印表头，或者表头之后一个行标签也没有，就从第一个标签起，都留着。</summary>
    public static (int Start, List<FoundLabel> Labels) Find(string content, TableKind kind, int from, int to, List<FoundLabel> found)
    {
        var start = to;
        foreach (var head in kind == TableKind.Disclosure ? DisclosureHeads : RequestsHeads)
            if (content.IndexOf(head, from, start - from, StringComparison.Ordinal) is >= 0 and var at) start = at;
        if (start == to) return (found[0].Start, found);
        if (found[0].Start >= start) return (start, found);
        var inside = found.FindAll(label => label.Start >= start);
        return inside.Exists(label => label.Pattern.Row >= 0) ? (start, inside) : (found[0].Start, found);
    }
}
