using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;

namespace Gongkai.Requests.Counting;

/// <summary>一年的快照到了哪一步。</summary>
public enum SnapshotStage
{
    /// <summary>工作快照：年报提交以前，可以重取。</summary>
    Working,

    /// <summary>已冻结：年报提交了，数字定下。</summary>
    Frozen,

    /// <summary>已锁定：主管部门接收了；要改的，写明缘由更正。</summary>
    Locked,
}

/// <summary>对一年的快照所做的事。</summary>
public enum SnapshotAct
{
    /// <summary>取工作快照，或者重取。</summary>
    Take,

    /// <summary>冻结：随年报提交。</summary>
    Freeze,

    /// <summary>退回重取：年报退回了，还没有接收。</summary>
    Reopen,

    /// <summary>锁定：年报接收了。</summary>
    Lock,

    /// <summary>更正：锁定以后要改，写明缘由，另起一版。</summary>
    Restate,
}

/// <summary>一个单位一年的表三、表四的快照：一版一份，锁定以后更正的另起一版，从前的留着。</summary>
/// <param name="Unit">单位。</param>
/// <param name="Year">哪一年。</param>
/// <param name="Revision">第几版，从 1 起；更正一次加一。</param>
/// <param name="Stage">到了哪一步。</param>
/// <param name="TakenAt">什么时刻取的。</param>
/// <param name="TakenBy">谁取的；系统自动取的为空。</param>
/// <param name="Figures">各格与各件。</param>
/// <param name="Hash">取的时候算的散列。</param>
/// <param name="Reason">为什么更正、退回；第一版没有退回过的为空。</param>
public sealed record YearSnapshot(UnitId Unit, int Year, int Revision, SnapshotStage Stage, DateTimeOffset TakenAt, PersonId? TakenBy, SnapshotFigures Figures, string Hash, string? Reason)
{
    /// <summary>数字定下了：会改动它的事，照 RQ-11 拒绝。</summary>
    public bool IsSettled => Stage != SnapshotStage.Working;

    /// <summary>存着的没有改过：散列对得上，各格等于由各件数出来的。</summary>
    public bool IsSound => Hash == Figures.Hash && Figures.IsSound;
}

/// <summary>快照能不能取、冻结、锁定、更正。纯函数。</summary>
public static class SnapshotDecisions
{
    /// <summary>缘由至多几个字。</summary>
    public const int LongestReason = 500;

    /// <summary>做一件事，得到做了之后的快照。</summary>
    /// <param name="latest">这一年最近的一版；还没有的为空。</param>
    /// <param name="before">上一年最近的一版；没有的为空。</param>
    /// <param name="live">此刻由案件数出来的。</param>
    /// <param name="command">做什么。</param>
    public static Outcome<YearSnapshot> Decide(YearSnapshot? latest, YearSnapshot? before, SnapshotFigures live, SnapshotCommand command) => command.Act switch
    {
        SnapshotAct.Take => Take(latest, before, live, command),
        _ when latest is null => new Refusal($"{live.Year} 年还没有快照，先取一份。"),
        SnapshotAct.Freeze => Freeze(latest, live),
        SnapshotAct.Lock => latest.Stage == SnapshotStage.Frozen ? latest with { Stage = SnapshotStage.Locked } : new Refusal(latest.Stage == SnapshotStage.Locked ? "已经锁定了。" : "还没有冻结，不能锁定。"),
        SnapshotAct.Reopen => latest.Stage != SnapshotStage.Frozen ? new Refusal(latest.Stage == SnapshotStage.Locked ? "已经锁定了，要改的请更正。" : "没有冻结，可以直接重取。")
            : Unexplained(command, "退回") ?? Decided(latest with { Stage = SnapshotStage.Working, Reason = command.Reason!.Trim() }),
        _ => latest.Stage != SnapshotStage.Locked ? new Refusal("没有锁定，不必更正。")
            : Unexplained(command, "更正") ?? Decided(latest with { Revision = latest.Revision + 1, Stage = SnapshotStage.Working, Reason = command.Reason!.Trim(), TakenAt = command.At, TakenBy = command.By }),
    };

    /// <summary>此刻数出来的与快照不同在哪里，一处一句；相同的是空的。</summary>
    public static IReadOnlyList<string> Differences(SnapshotFigures taken, SnapshotFigures live)
    {
        var (then, now) = (taken.Cases.ToDictionary(one => one.Id), live.Cases.ToDictionary(one => one.Id));
        return
        [
            .. live.Cases.Where(one => !then.ContainsKey(one.Id)).Select(one => $"{one.Caption}：快照里没有"),
            .. taken.Cases.Where(one => !now.ContainsKey(one.Id)).Select(one => $"{one.Caption}：快照里有，现在不在这一年里"),
            .. live.Cases.Where(one => then.TryGetValue(one.Id, out var same) && same.Line != one.Line).Select(one => $"{one.Caption}：收到日、申请人类别、结局或者答复日与快照不同"),
            .. taken.Withdrawn != live.Withdrawn ? [$"撤回的申请：快照里{taken.Withdrawn.Caption()}，现在设的是{live.Withdrawn.Caption()}"] : Array.Empty<string>(),
            .. live.Remedies.Select(one => one.Line).Except(taken.Remedies.Select(one => one.Line)).Any() || taken.Remedies.Length != live.Remedies.Length ? ["复议、诉讼与快照不同"] : Array.Empty<string>(),
        ];
    }

    private static Outcome<YearSnapshot> Take(YearSnapshot? latest, YearSnapshot? before, SnapshotFigures live, SnapshotCommand command)
    {
        if (LegalTime.DateOf(command.At).Year <= live.Year) return new Refusal($"{live.Year} 年还没有过完，过完了再取快照。");
        if (latest is { IsSettled: true }) return new Refusal(latest.Stage == SnapshotStage.Locked ? $"{live.Year} 年已经锁定，要改的请更正。" : $"{live.Year} 年已经冻结，年报退回了才能重取。");
        if (before is { IsSettled: true } && Broken(before.Figures, live) is { } broken) return broken;
        return new YearSnapshot(command.Unit, live.Year, latest?.Revision ?? 1, SnapshotStage.Working, command.At, command.By, live, live.Hash, latest?.Reason);
    }

    private static Outcome<YearSnapshot> Freeze(YearSnapshot latest, SnapshotFigures live) =>
        latest.IsSettled ? new Refusal("已经冻结了。")
        : latest.Hash != live.Hash ? new Refusal($"取了快照以后案件有变动，请先重取：{string.Join("；", Differences(latest.Figures, live).Take(5))}。")
        : latest with { Stage = SnapshotStage.Frozen };

    // 上年结转就是上年的结转下年度：上年定下了的，一件也不能差。
    private static Refusal? Broken(SnapshotFigures before, SnapshotFigures live)
    {
        var (carriedOut, carriedIn) = (before.In(TableThree.CarriedOut).ToDictionary(one => one.Id), live.In(TableThree.CarriedIn).ToDictionary(one => one.Id));
        var odd = carriedOut.Values.Where(one => !carriedIn.ContainsKey(one.Id)).Concat(carriedIn.Values.Where(one => !carriedOut.ContainsKey(one.Id))).Select(one => one.Caption).ToList();
        return odd.Count == 0 ? null : new Refusal($"上年结转与 {before.Year} 年定下的“结转下年度”不同：{string.Join("、", odd.Take(10))}。先更正 {before.Year} 年的。");
    }

    private static Refusal? Unexplained(SnapshotCommand command, string what) =>
        string.IsNullOrWhiteSpace(command.Reason) ? new Refusal($"{what}要写明缘由。") : command.Reason.Length > LongestReason ? new Refusal($"缘由不超过 {LongestReason} 个字。") : null;

    private static Outcome<YearSnapshot> Decided(YearSnapshot snapshot) => snapshot;
}

/// <summary>对快照要做的一件事。</summary>
/// <param name="Unit">单位。</param>
/// <param name="Act">做什么。</param>
/// <param name="By">谁；系统自动做的为空。</param>
/// <param name="At">现在。</param>
/// <param name="Reason">缘由；退回、更正要写。</param>
public sealed record SnapshotCommand(UnitId Unit, SnapshotAct Act, PersonId? By, DateTimeOffset At, string? Reason);
