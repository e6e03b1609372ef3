using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Comparison;

/// <summary>两份年报的比较：各表逐格的差别，各部分文字的雷同，上年结转与本年结转是否衔接。</summary>
public sealed record ReportComparison(
    ImmutableArray<TableComparison> Tables,
    ImmutableArray<SectionComparison> Sections,
    CarryOver CarryOver);

/// <summary>一张表的比较。</summary>
/// <param name="Incomparable">两边格式不同、口径不可比时的一句话；可比时为空。</param>
/// <param name="Compared">比较了多少格。</param>
/// <param name="Unread">有一边读不准、没有比较的格子，不在 <paramref name="Compared"/> 之内。</param>
public sealed record TableComparison(TableKind Kind, string? Incomparable, int Compared, ImmutableArray<CellPath> Unread, ImmutableArray<CellDifference> Differences);

/// <summary>一格的差别。</summary>
/// <param name="Cell">在新报告里的地址。</param>
/// <param name="Label">给人看的名字，例如“（一）予以公开·自然人”。</param>
/// <param name="Change">新减旧；有一边不是数字时为空。</param>
public sealed record CellDifference(CellPath Cell, string Label, Cell Old, Cell New, decimal? Change);

/// <summary>一个部分的文字比较。</summary>
/// <param name="Containment">五字词片的包含度，0 到 1；有一边没有正文时为空。</param>
/// <param name="Passages">相同的段落，从长到短。</param>
public sealed record SectionComparison(int Number, string Title, double? Containment, ImmutableArray<string> Passages);

/// <summary>结转的衔接：旧报告的“结转下年度”与新报告的“上年结转”，逐列比较。</summary>
/// <param name="Applies">新报告的年度恰是旧报告的下一年。</param>
/// <param name="NotAssessable">不可判的原因；可判时为空。</param>
public sealed record CarryOver(bool Applies, string? NotAssessable, ImmutableArray<CellDifference> Differences)
{
    public bool Agrees => Applies && NotAssessable is null && Differences.IsEmpty;
}
