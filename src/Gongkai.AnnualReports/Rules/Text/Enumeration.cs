using System.Collections.Immutable;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Text;

/// <summary>一句之内的总数和跟在后面的各项。</summary>
/// <param name="Doubt">为什么不能要求各项加起来等于总数；为空就是可以。</param>
internal sealed record Enumeration(ProseFigure Total, ImmutableArray<ProseFigure> Parts, string? Doubt)
{
    public decimal Sum => Parts.Sum(part => part.Value);

    public static IEnumerable<Enumeration> In(ImmutableArray<ProseFigure> figures, ProseText prose)
    {
        for (var index = 0; index < figures.Length; index++)
        {
            var total = figures[index];
            if (total.IsPart || total.Indicator is not (Indicator.Published or Indicator.PublishedByChannel)) continue;
            var listed = total.Start + total.Length < prose.Text.Length && prose.Text[total.Start + total.Length] == '：';
            var end = index + 1;
            while (end < figures.Length && IsPartOf(total, figures[end], listed)) end++;
            if (end == index + 1) continue;
            var parts = figures[(index + 1)..end];
            yield return new Enumeration(total, parts, DoubtOf(total, parts, prose));
        }
    }

    private static bool IsPartOf(ProseFigure total, ProseFigure figure, bool listed)
    {
        if (figure.Sentence != total.Sentence || figure.Unit != total.Unit) return false;
        if (figure.Indicator is not (Indicator.PublishedByChannel or Indicator.PublishedByTopic)) return false;
        return figure.IsPart || listed || (total.Indicator == Indicator.Published && figure.Indicator == Indicator.PublishedByChannel);
    }

    // 各项是否列全：用冒号引出、以“其他”收尾，或者加起来已接近（多于）总数，就是列全的口气；只举一两项的不是。
    private static string? DoubtOf(ProseFigure total, ImmutableArray<ProseFigure> parts, ProseText prose)
    {
        const decimal NearlyAll = 0.8m;
        const decimal Most = 0.5m;
        var sum = parts.Sum(part => part.Value);
        if (parts.Any(part => part.Exactness == Exactness.Approximate) || total.Exactness == Exactness.Approximate) return Say("总数或各项是约数，不能相加比较", "the total or its parts are approximate and cannot be added up");
        if (parts.Length > 1 && sum > total.Value) return null;
        var introduction = prose.Text.AsSpan(total.Start + total.Length, parts[0].Start - total.Start - total.Length);
        var after = prose.Text.AsSpan(parts[^1].Start + parts[^1].Length);
        var open = introduction.Contains("主要", StringComparison.Ordinal) || introduction.Contains("重点", StringComparison.Ordinal) || (after.Length > 0 && after[0] == '等');
        var closing = parts[^1].Label is var last && (last.StartsWith("其他", StringComparison.Ordinal) || last.StartsWith("其它", StringComparison.Ordinal) || last.StartsWith("其余", StringComparison.Ordinal));
        if (!open && parts.Length > 1)
        {
            if (closing || introduction is ['：', ..]) return null;
            var channels = parts.All(part => part.Channels != Channels.None);
            if (sum >= total.Value * (channels && parts.Length > 2 ? Most : NearlyAll)) return null;
        }

        return Say($"“其中”所列的{parts.Length}项未必列全，不能要求合计等于总数{TextAgainstTable.Number(total.Value)}", $"the {parts.Length} parts listed need not be all there are, so their sum need not be the total of {TextAgainstTable.Number(total.Value)}");
    }
}
