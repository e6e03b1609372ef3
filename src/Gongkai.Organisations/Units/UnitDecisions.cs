using System.Collections.Immutable;
using Gongkai.Law;

namespace Gongkai.Organisations.Units;

/// <summary>设立、变动、合并、分立、撤销能不能做，做了发生什么。历史不改：只能从某日起往后变。</summary>
internal static class UnitDecisions
{
    private static readonly DateOnly Earliest = new(1949, 10, 1), Latest = new(2199, 12, 31);

    public static Outcome<ImmutableArray<UnitEvent>> Decide(UnitTree tree, UnitCommand command, RegionCodes regions)
    {
        if (string.IsNullOrWhiteSpace(command.Reason)) return new Refusal("单位的变动要写明缘由或者文件。");
        if (command.From < Earliest || command.From > Latest) return new Refusal($"{command.From:yyyy年M月d日}不像真的日期。");
        var drafted = Draft(tree, command);
        if (!drafted.Succeeded) return drafted;
        return Unsound(tree.Apply(drafted.Value), drafted.Value, command.From, regions) is { } fault ? fault : drafted;
    }

    private static Outcome<ImmutableArray<UnitEvent>> Draft(UnitTree tree, UnitCommand command) => command switch
    {
        EstablishUnit establish => Establish(tree, establish),
        ChangeUnit change => Change(tree, change),
        MergeUnits merge => Merge(tree, merge),
        SplitUnit split => Split(tree, split),
        AbolishUnit abolish => End(tree, abolish.Unit, abolish.From, abolish.Reason, UnitEndingKind.Abolished, abolish.Successors),
        _ => throw new InvalidOperationException($"不认识的命令：{command.GetType().Name}。"),
    };

    private static Outcome<ImmutableArray<UnitEvent>> Establish(UnitTree tree, EstablishUnit command) =>
        tree.Find(command.Unit) is { } existing
            ? new Refusal($"这个标识已经是{existing.Latest.Name}的。")
            : Events(new UnitEstablished(command.Unit, command.From, command.Reason, command.Facts));

    private static Outcome<ImmutableArray<UnitEvent>> Change(UnitTree tree, ChangeUnit command)
    {
        if (tree.Find(command.Unit) is not { } unit) return new Refusal("没有这个单位。");
        if (Gone(unit, command.From) is { } gone) return gone;
        if (command.From < unit.Periods[^1].From)
            return new Refusal($"{unit.Latest.Name}在{unit.Periods[^1].From:yyyy年M月d日}已经有一次变动，新的变动不能早于它。");
        return Events(new UnitChanged(command.Unit, command.From, command.Reason, command.Facts));
    }

    private static Outcome<ImmutableArray<UnitEvent>> Merge(UnitTree tree, MergeUnits command)
    {
        if (command.Units.IsDefaultOrEmpty) return new Refusal("合并要写明哪些单位并入。");
        if (command.Units.Contains(command.Into)) return new Refusal("承接的单位不能同时是被合并的单位。");
        var ended = ImmutableArray.CreateBuilder<UnitEvent>();
        foreach (var id in command.Units.Distinct())
        {
            var one = End(tree, id, command.From, command.Reason, UnitEndingKind.Merged, [command.Into]);
            if (!one.Succeeded) return one;
            ended.AddRange(one.Value);
        }

        return Moved(tree, command).Concat(ended).ToImmutableArray();
    }

    /// <summary>被合并各单位的下级、以它们为主管部门的单位，改到承接的单位。</summary>
    private static IEnumerable<UnitEvent> Moved(UnitTree tree, MergeUnits command)
    {
        var day = tree.At(command.From);
        UnitId? Redirect(UnitId? reference) => reference is { } id && command.Units.Contains(id) ? command.Into : reference;
        foreach (var id in day.All.Where(id => !command.Units.Contains(id)))
        {
            var facts = day.Find(id)!;
            var moved = facts with { Superior = Redirect(facts.Superior), CompetentAuthority = Redirect(facts.CompetentAuthority) };
            // 承接者原来隶属于被合并的单位：改随那个单位的上级。
            if (id == command.Into && moved.Superior == command.Into)
                moved = moved with { Superior = day.Above(id).Where(above => !command.Units.Contains(above)).Cast<UnitId?>().FirstOrDefault() };
            if (moved != facts) yield return new UnitChanged(id, command.From, command.Reason, moved);
        }
    }

    private static Outcome<ImmutableArray<UnitEvent>> Split(UnitTree tree, SplitUnit command) =>
        command.Into.Distinct().Count() < 2
            ? new Refusal("分立要写明两个以上承接的单位；只有一个的，是合并或者更名。")
            : End(tree, command.Unit, command.From, command.Reason, UnitEndingKind.Split, command.Into);

    private static Outcome<ImmutableArray<UnitEvent>> End(
        UnitTree tree, UnitId id, DateOnly from, string reason, UnitEndingKind kind, ImmutableArray<UnitId> successors)
    {
        if (tree.Find(id) is not { } unit) return new Refusal("没有这个单位。");
        if (Gone(unit, from) is { } gone) return gone;
        if (from <= unit.Periods[^1].From)
            return new Refusal($"{unit.Latest.Name}自{unit.Periods[^1].From:yyyy年M月d日}起才是这样，{kind.Caption()}不能早于次日。");
        if (successors.Contains(id)) return new Refusal("单位不能由自己承接。");
        var day = tree.At(from);
        foreach (var successor in successors)
            if (day.Find(successor) is null) return new Refusal($"承接的单位在{from:yyyy年M月d日}不存在，请先设立。");
        return Events(new UnitEnded(id, from, reason, kind, successors));
    }

    private static Refusal? Gone(Unit unit, DateOnly from)
    {
        if (unit.Ending is { } ending)
            return new Refusal($"{unit.Latest.Name}已于{ending.LastDay.AddDays(1):yyyy年M月d日}{ending.Kind.Caption()}，不能再变动。");
        return from < unit.EstablishedOn ? new Refusal($"{unit.Latest.Name}{unit.EstablishedOn:yyyy年M月d日}才设立。") : null;
    }

    /// <summary>变动之后的树，从那一天起每到变样的日子都要说得通。</summary>
    private static Refusal? Unsound(UnitTree after, ImmutableArray<UnitEvent> events, DateOnly from, RegionCodes regions)
    {
        var touched = events.Where(happened => happened is not UnitEnded).Select(happened => happened.Unit).ToHashSet();
        foreach (var date in after.TurningPoints(from))
        {
            var day = after.At(date);
            // 上级的层级变了，下级的隶属也要再看。
            foreach (var id in touched.Concat(touched.SelectMany(id => day.Children(id))).Distinct())
                if (day.Find(id) is { } facts && UnitFactsRules.Fault(id, facts, day, regions) is { } fault) return fault;
            if (Orphan(day) is { } orphan) return orphan;
            if (day.InCircle() is { } circle) return new Refusal($"{day.NameOf(circle)}的上级绕了一圈又回到它自己。");
        }

        return null;
    }

    private static Refusal? Orphan(UnitsOnDate day)
    {
        foreach (var id in day.All)
        {
            var facts = day.Find(id)!;
            if (facts.Superior is { } superior && day.Find(superior) is null)
                return new Refusal($"{facts.Name}的上级到{day.Date:yyyy年M月d日}已经不存在：先把它改到别的上级。");
            if (facts.CompetentAuthority is { } authority && day.Find(authority) is null)
                return new Refusal($"{facts.Name}的主管部门到{day.Date:yyyy年M月d日}已经不存在：先改定它的主管部门。");
        }

        return null;
    }

    private static Outcome<ImmutableArray<UnitEvent>> Events(params ImmutableArray<UnitEvent> events) => events;
}
