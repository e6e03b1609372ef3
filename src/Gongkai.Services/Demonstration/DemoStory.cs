using System.Collections.Immutable;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Review;

namespace Gongkai.Services.Demonstration;

/// <summary>一条演示信息的经历：哪个单位、写什么、哪些事各在什么时刻。</summary>
/// <param name="Number">第几条；随机数由它来，所以次次一样。</param>
/// <param name="Steps">各件事与时刻，按先后；此刻以后的没有。</param>
internal sealed record DemoStory(int Number, DemoUnit Unit, DemoTemplate Template, bool IsOpen, ImmutableArray<(DateTimeOffset At, DemoStep Step)> Steps)
{
    /// <summary>成文的日期。</summary>
    public DateOnly CreatedOn => Law.LegalTime.DateOf(Steps[0].At);

    /// <summary>定时发布的，定在什么时刻；真的到时发布的，就在那一件以前片刻，还在等的在此刻以后。</summary>
    public required DateTimeOffset ScheduledFor { get; init; }

    /// <summary>文号的流水；排好次序以后才有。</summary>
    public int DocumentNumber { get; set; }
}

/// <summary>排出三年的事：同一个种子、同一天，排出来的总是一样。</summary>
internal sealed class DemoPlan
{
    private const int Years = 3;

    // 停在各步的，从这么多工作日之前开始办。
    private const int WaitingDays = 14;

    private static readonly ReviewStep[] WaitingSteps = [.. Enum.GetValues<ReviewStep>().Where(step => step is not (ReviewStep.Published or ReviewStep.Withdrawn or ReviewStep.Kept))];

    private readonly Random _random;
    private readonly DateTimeOffset _now;
    private readonly List<DateOnly> _days;
    private readonly List<DemoStory> _stories = [];
    private int _past;

    private DemoPlan(int seed, DateTimeOffset now)
    {
        (_random, _now) = (new Random(seed), now);
        var today = Law.LegalTime.DateOf(now);
        _days = WorkTime.Days(today.AddYears(-Years), today);
    }

    /// <summary>市政府开始用这个系统的时刻。</summary>
    public static DateTimeOffset Beginning(DateTimeOffset now) => WorkTime.After(now.AddYears(-Years).AddDays(-14), 0);

    public static List<DemoStory> Of(int seed, DateTimeOffset now, int count)
    {
        var plan = new DemoPlan(seed, now);
        foreach (var unit in DemoUnit.All)
            foreach (var step in WaitingSteps) plan.AddWaiting(unit, step);
        while (plan._stories.Count < count) plan.AddPast();
        return plan.Numbered();
    }

    private void AddWaiting(DemoUnit unit, ReviewStep step)
    {
        if (DemoPath.WaitingAt(step, unit.Plan, _random) is not { } path) return;
        var day = _days[^_random.Next(WaitingDays - 4, WaitingDays)];
        Add(unit, day, path, isOpen: true, quick: true);
    }

    private void AddPast()
    {
        var unit = DemoUnit.All[_random.Next(DemoUnit.All.Length)];
        // 越近的越多一点。
        var day = _days[(int)(_days.Count * Math.Pow(_random.NextDouble(), 0.85))];
        // 各种经历轮着来：条数再少，每种也都有。
        var (path, isOpen) = (_past++ * 37 % 100) switch
        {
            < 9 => (DemoPath.Refused(unit.Plan, _random), true),
            < 11 => (DemoPath.TakenBack(unit.Plan), true),
            < 13 => (DemoPath.Escalated(unit.Plan, _random), true),
            < 20 => (DemoPath.Timed(unit.Plan), true),
            < 25 => (DemoPath.Corrected(unit.Plan, _random), true),
            < 28 => (DemoPath.Withdrawn(unit.Plan), true),
            < 32 => (DemoPath.Kept(unit.Plan), false),
            _ => (DemoPath.Ordinary(unit.Plan), true),
        };
        // 发布以后还有事的，早些开始，来得及办。
        if (path.Exists(step => step.Later)) day = _days[_random.Next(_days.Count / 2)];
        Add(unit, day, path, isOpen, quick: false);
    }

    private void Add(DemoUnit unit, DateOnly day, List<DemoStep> path, bool isOpen, bool quick)
    {
        var at = WorkTime.On(day, _random.Next(10, 420)).AddSeconds(_random.Next(60));
        var steps = ImmutableArray.CreateBuilder<(DateTimeOffset, DemoStep)>();
        foreach (var step in path)
        {
            if (steps.Count > 0) at = WorkTime.After(at, Wait(step, quick)).AddSeconds(_random.Next(60));
            if (at >= _now) break;
            steps.Add((at, step));
        }

        if (steps.Count == 0) return;
        var waiting = WorkTime.After(_now.AddDays(_random.Next(2, 12)), 0);
        var scheduled = steps[^1] is (var last, { Action: ReviewAction.PublishOnTime }) ? last.AddSeconds(-1) : waiting;
        _stories.Add(new DemoStory(_stories.Count, unit, Template(unit, day.Month), isOpen, steps.ToImmutable()) { ScheduledFor = scheduled });
    }

    private double Wait(DemoStep step, bool quick)
    {
        if (step.Later) return _random.Next(5, 120) * 24 * 60;
        if (step.Action == ReviewAction.PublishOnTime) return 24 * 60;
        return quick ? _random.Next(10, 120) : _random.Next(15, 420);
    }

    private DemoTemplate Template(DemoUnit unit, int month)
    {
        var suited = DemoText.Templates.Where(template => template.Suits(unit.Key, month) && (unit.Facts.Level != UnitLevel.Town || template.Category[0] is '{' || !template.Category.StartsWith("21", StringComparison.Ordinal))).ToList();
        var at = _random.Next(suited.Sum(template => template.Weight));
        foreach (var template in suited)
            if ((at -= template.Weight) < 0) return template;
        return suited[^1];
    }

    private List<DemoStory> Numbered()
    {
        var ordered = _stories.OrderBy(story => story.Steps[0].At).ToList();
        var last = new Dictionary<(string, int), int>();
        foreach (var story in ordered)
        {
            var key = (story.Unit.Key, story.CreatedOn.Year);
            story.DocumentNumber = last[key] = last.GetValueOrDefault(key) + 1;
        }

        return ordered;
    }
}
