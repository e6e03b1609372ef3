using System.Collections.Immutable;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Drafting;

/// <summary>两个人从同一版各改各的，合成一份：只有一个人改的照他的，两个人改得一样的照改的，改得不同的要人来选。</summary>
public static class EditMerge
{
    /// <summary>合各格。</summary>
    /// <param name="before">两个人都从它改起的一版。</param>
    /// <param name="mine">我的。</param>
    /// <param name="theirs">对方已经存下的。</param>
    /// <param name="computed">一格由登记数出来的；数不出来的为空。</param>
    /// <returns>合成的，改得不同的先照我的；改得不同的各格。</returns>
    public static (ImmutableDictionary<CellPath, CellEdit> Merged, ImmutableArray<CellPath> Conflicts) Cells(ReportEdits before, ReportEdits mine, ReportEdits theirs, Func<CellPath, decimal?> computed)
    {
        var merged = ImmutableDictionary.CreateBuilder<CellPath, CellEdit>();
        var conflicts = ImmutableArray.CreateBuilder<CellPath>();
        foreach (var path in before.Cells.Keys.Union(mine.Cells.Keys).Union(theirs.Cells.Keys).OrderBy(path => path.ToString(), StringComparer.Ordinal))
        {
            var (old, own, other) = (In(before), In(mine), In(theirs));
            var (changed, changedByOther) = (!Same(own, old), !Same(other, old));
            if (changed && changedByOther && !Same(own, other)) conflicts.Add(path);
            var taken = changed ? own : other;
            // 数一样的，理由照改过理由的那一边。
            if (Same(own, other) && own?.Reason is { } reason && reason != old?.Reason) taken = own;
            if (taken is not null) merged[path] = taken;

            CellEdit? In(ReportEdits edits) => edits.Cells.TryGetValue(path, out var edit) && edit.Value != computed(path) ? edit : null;
        }

        return (merged.ToImmutable(), conflicts.ToImmutable());

        static bool Same(CellEdit? one, CellEdit? other) => (one is null, one?.Value) == (other is null, other?.Value);
    }

    /// <summary>合各部分的文字，都先跟上现在的登记。</summary>
    /// <param name="now">现在由登记写的。</param>
    /// <returns>合成的，与登记写的相同的不在内，改得不同的先照我的；改得不同的各部分。</returns>
    public static (ImmutableDictionary<int, string> Merged, ImmutableArray<int> Conflicts) Texts(ReportEdits before, ReportEdits mine, ReportEdits theirs, ImmutableArray<DraftedSection> now)
    {
        var merged = ImmutableDictionary.CreateBuilder<int, string>();
        var conflicts = ImmutableArray.CreateBuilder<int>();
        foreach (var section in now)
        {
            var (old, own, other) = (before.TextOf(section).Text, mine.TextOf(section).Text, theirs.TextOf(section).Text);
            if (own != old && other != old && own != other) conflicts.Add(section.Number);
            var taken = own != old ? own : other;
            if (taken != section.Text) merged[section.Number] = taken;
        }

        return (merged.ToImmutable(), conflicts.ToImmutable());
    }
}
