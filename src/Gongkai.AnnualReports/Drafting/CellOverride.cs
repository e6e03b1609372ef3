using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Rules.Sums;
using Gongkai.Law;

namespace Gongkai.AnnualReports.Drafting;

/// <summary>编报的人在一格里填的。</summary>
/// <param name="Value">填的数；空着的为空。</param>
/// <param name="Reason">理由；没有写的为空。</param>
public sealed record CellEdit(decimal? Value, string? Reason);

/// <summary>改过的一格：数出来的留着，与改成的一起给审核、签发的人看。</summary>
/// <param name="Cell">哪一格。</param>
/// <param name="Caption">行与栏的名称。</param>
/// <param name="Computed">由登记数出来的；数不出来的为空。</param>
/// <param name="Value">改成的；改成空白的为空。</param>
/// <param name="Reason">理由；还没有写的为空，不能存。</param>
public sealed record CellOverride(CellPath Cell, string Caption, decimal? Computed, decimal? Value, string? Reason);

/// <summary>改格子：只算与数出来的不同的；改了要写理由。</summary>
public static class CellOverrides
{
    /// <summary>合计跟着各格变的理由。</summary>
    public const string FollowsParts = "合计，随改过的各格变";

    /// <summary>理由至多几个字。</summary>
    public const int LongestReason = 500;

    /// <summary>改，得到改过的报告和改过的各格；没有这一格的不理。</summary>
    /// <param name="computed">由登记编出来的报告。</param>
    /// <param name="edits">填的各格。</param>
    public static (AnnualReport Report, ImmutableArray<CellOverride> Overrides) Apply(AnnualReport computed, IReadOnlyDictionary<CellPath, CellEdit> edits)
    {
        if (edits.Count == 0) return (computed, []);
        var changed = ImmutableArray.CreateBuilder<CellOverride>();
        var report = computed with { Disclosure = Changed(computed.Disclosure), Requests = Changed(computed.Requests), Review = Changed(computed.Review) };
        return (report, changed.ToImmutable());

        ReportTable? Changed(ReportTable? table) => table?.With(cells =>
        {
            var first = changed.Count;
            foreach (var row in table.Form.Rows)
                foreach (var column in row.Columns)
                {
                    var path = table.PathOf(row, column);
                    if (!edits.TryGetValue(path, out var edit) || edit.Value == table[row, column].Number) continue;
                    changed.Add(new CellOverride(path, $"{row.Caption.Official}，{column.Caption.Official}", table[row, column].Number, edit.Value, string.IsNullOrWhiteSpace(edit.Reason) ? null : edit.Reason.Trim()));
                    cells[row.Offset + column.Index] = edit.Value is { } value ? Cell.Of(value) : Cell.Blank();
                }

            for (var at = first; at < changed.Count; at++)
                if (changed[at].Reason is null or FollowsParts) changed[at] = changed[at] with { Reason = IsSum(table.Form, cells, changed, changed[at]) ? FollowsParts : null };
        });
    }

    // 合计跟着改过的各格变，不必另写理由。
    private static bool IsSum(FormTable form, Cell[] cells, ImmutableArray<CellOverride>.Builder changed, CellOverride one) =>
        TableSums.Of(form).Any(sum => sum.Target == one.Cell && sum.Parts.All(part => cells[form.IndexOf(part)].IsNumber) && sum.Parts.Sum(part => cells[form.IndexOf(part)].Value) == one.Value && sum.Parts.Any(part => changed.Any(other => other.Cell == part)));

    /// <summary>还不能存的缘故：改了没有写理由，理由太长；都写好了的为空。</summary>
    public static Refusal? Fault(ImmutableArray<CellOverride> overrides)
    {
        var silent = overrides.Where(one => one.Reason is null).Select(one => one.Caption).ToList();
        if (silent.Count > 0) return new Refusal($"改过的格子要写理由：{string.Join("；", silent.Take(3))}{(silent.Count > 3 ? $"等 {silent.Count} 格" : "")}。");
        return overrides.Any(one => one.Reason!.Length > LongestReason) ? new Refusal($"理由不超过 {LongestReason} 个字。") : null;
    }
}
