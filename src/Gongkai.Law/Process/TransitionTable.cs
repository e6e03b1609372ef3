using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Gongkai.Law.Process;

/// <summary>
/// 流程表：一个流程全部允许的转移。表里没有的，就是不允许；界面、接口和批处理都只问它。
/// </summary>
/// <remarks>
/// 表只管“谁在什么时候可以做什么、做了到哪里”。还要看日期和内容的条件（例如七个工作日之内、已有检索记录），
/// 由流程自己在 <see cref="Decide"/> 放行之后再判断。同一状态的同一动作只有一行：结果不同的，是不同的动作。
/// </remarks>
public sealed class TransitionTable<TState, TAction, TRole>
    where TState : struct, Enum
    where TAction : struct, Enum
    where TRole : struct, Enum
{
    private readonly FrozenDictionary<(TState From, TAction Action), Transition<TState, TAction, TRole>> _byAction;

    /// <param name="wording">给人看的说法。</param>
    /// <param name="initial">开始的状态。</param>
    /// <param name="finals">可以结束的状态；其中有的也许还有后续，例如归档。</param>
    /// <param name="rows">各行，顺序就是文档里的顺序。</param>
    /// <exception cref="ArgumentException">同一状态的同一动作写了两行，或者有一行没有角色。</exception>
    public TransitionTable(
        ProcessWording<TState, TAction, TRole> wording,
        TState initial,
        ImmutableArray<TState> finals,
        params ImmutableArray<Transition<TState, TAction, TRole>> rows)
    {
        Wording = wording;
        Initial = initial;
        Finals = finals;
        Rows = rows;
        if (rows.GroupBy(row => (row.From, row.Action)).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"“{wording.State(twice.Key.From)}”的“{wording.Action(twice.Key.Action)}”写了两行。", nameof(rows));
        if (rows.FirstOrDefault(row => row.Roles.IsDefaultOrEmpty) is { } orphan)
            throw new ArgumentException($"“{wording.State(orphan.From)}”的“{wording.Action(orphan.Action)}”没有角色。", nameof(rows));
        _byAction = rows.ToFrozenDictionary(row => (row.From, row.Action));
    }

    /// <summary>给人看的说法。</summary>
    public ProcessWording<TState, TAction, TRole> Wording { get; }

    /// <summary>开始的状态。</summary>
    public TState Initial { get; }

    /// <summary>可以结束的状态。</summary>
    public ImmutableArray<TState> Finals { get; }

    /// <summary>各行。</summary>
    public ImmutableArray<Transition<TState, TAction, TRole>> Rows { get; }

    /// <summary>决定：这个角色此时能不能做这件事；能，给出表里的那一行，不能，说明为什么。</summary>
    public Outcome<Transition<TState, TAction, TRole>> Decide(TState state, TAction action, TRole role)
    {
        if (!_byAction.TryGetValue((state, action), out var row)) return NotHere(state, action);
        if (row.Roles.Contains(role)) return row;
        var entitled = string.Join("或者", row.Roles.Select(Wording.Role));
        return new Refusal($"“{Wording.Action(action)}”由{entitled}办理，{Wording.Role(role)}不能办理。", row.Article);
    }

    /// <summary>这个角色在这个状态可以做的事，按表里的顺序。</summary>
    public ImmutableArray<TAction> PermittedActions(TState state, TRole role) =>
        [.. Rows.Where(row => Same(row.From, state) && row.Roles.Contains(role)).Select(row => row.Action)];

    /// <summary>从某个状态出发能到的各状态，含它自己。</summary>
    public ImmutableArray<TState> Reachable(TState from)
    {
        var reached = new HashSet<TState> { from };
        var pending = new Queue<TState>(reached);
        while (pending.TryDequeue(out var state))
            foreach (var row in Rows.Where(row => Same(row.From, state)))
                if (reached.Add(row.To)) pending.Enqueue(row.To);
        return [.. Enum.GetValues<TState>().Where(reached.Contains)];
    }

    /// <summary>表的问题，一条一句：到不了的状态、走不到头的状态、谁也不做的动作。没有问题是空的。</summary>
    public ImmutableArray<string> Defects()
    {
        var states = Enum.GetValues<TState>();
        var reachable = Reachable(Initial);
        var unreachable = states.Except(reachable).Select(state => $"“{Wording.State(state)}”无法到达。");
        var stuck = reachable.Where(state => !Reachable(state).Any(Finals.Contains)).Select(state => $"“{Wording.State(state)}”之后走不到结束。");
        var unused = Enum.GetValues<TAction>().Except(Rows.Select(row => row.Action)).Select(action => $"“{Wording.Action(action)}”在表里没有用到。");
        return [.. unreachable, .. stuck, .. unused];
    }

    private Refusal NotHere(TState state, TAction action)
    {
        var possible = Rows.Where(row => Same(row.From, state)).Select(row => Wording.Action(row.Action)).ToList();
        var instead = possible.Count == 0 ? "这里已经没有可以做的事" : $"此时可以：{string.Join("、", possible)}";
        return new Refusal($"“{Wording.State(state)}”时不能“{Wording.Action(action)}”；{instead}。");
    }

    private static bool Same(TState one, TState other) => EqualityComparer<TState>.Default.Equals(one, other);
}
