using FsCheck;
using FsCheck.Fluent;
using Gongkai.Organisations.Units;
using static Gongkai.Organisations.Tests.Units.InventedUnits;

namespace Gongkai.Organisations.Tests.Units;

/// <summary>任意的设立、变动、合并、分立、撤销：放行的，树总是好的。</summary>
public sealed class UnitWalks
{
    private const int Bodies = 9;

    private static readonly Gen<int[]> Choices = Gen.Choose(0, int.MaxValue).ArrayOf(40);

    [Fact]
    public void Whatever_was_allowed_leaves_a_sound_tree_on_every_day() => OnEveryWalk((tree, _) =>
    {
        foreach (var date in Dates(tree))
        {
            var day = tree.At(date);
            day.All.Select(day.NameOf).ShouldBeUnique();
            foreach (var id in day.All)
            {
                day.Above(id).ShouldNotContain(id);
                if (day.Find(id)!.Superior is not { } superior) continue;
                day.Find(superior).ShouldNotBeNull();
                (day.Find(superior)!.Level <= day.Find(id)!.Level).ShouldBeTrue();
            }

            day.Roots.SelectMany(root => day.Below(root).Prepend(root)).Count().ShouldBe(day.All.Length);
        }
    });

    [Fact]
    public void History_is_never_changed_by_what_happens_later() => OnEveryWalk((tree, earlier) =>
    {
        foreach (var (before, until) in earlier)
        foreach (var date in Dates(before).Where(date => date < until))
            tree.At(date).All.Select(id => tree.At(date).Find(id)).ShouldBe(before.At(date).All.Select(id => before.At(date).Find(id)));
    });

    [Fact]
    public void Every_merged_or_split_body_has_somebody_responsible_who_is_not_itself() => OnEveryWalk((tree, _) =>
    {
        foreach (var unit in tree.Units.Where(unit => unit.Ending is { Kind: not UnitEndingKind.Abolished }))
        {
            tree.Successors(unit.Id).ShouldNotBeEmpty();
            tree.ResponsibleOn(unit.Id, new(2199, 1, 1)).ShouldNotContain(unit.Id);
            foreach (var successor in tree.Successors(unit.Id)) tree.Predecessors(successor).ShouldContain(unit.Id);
        }
    });

    private static IEnumerable<DateOnly> Dates(UnitTree tree) => tree.TurningPoints(Start).Append(new DateOnly(2199, 1, 1));

    private static void OnEveryWalk(Action<UnitTree, List<(UnitTree Tree, DateOnly Until)>> check) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Choices.ToArbitrary(), choices =>
        {
            var tree = Tree();
            var date = Start;
            var earlier = new List<(UnitTree, DateOnly)>();
            foreach (var choice in choices)
            {
                date = date.AddDays(choice % 5 * 30);
                if (tree.Decide(CommandOf(tree, choice, date), Codes) is not { Succeeded: true } decided) continue;
                earlier.Add((tree, date));
                tree = tree.Apply(decided.Value);
            }

            check(tree, earlier);
        }));

    private static UnitCommand CommandOf(UnitTree tree, int choice, DateOnly date)
    {
        UnitId Some(int salt) => Id(1 + choice / salt % (Bodies + 4));
        var facts = tree.Find(Some(7))?.Latest ?? Facts($"云泽市第{choice % 50}局", UnitLevel.City, UnitKind.Department, Some(11));
        return (choice % 6) switch
        {
            0 => new EstablishUnit(Some(7), Facts($"芦溪县第{choice % 50}局", UnitLevel.County, UnitKind.Department, Some(11)), date, "设立"),
            1 => new ChangeUnit(Some(7), facts with { Name = $"云泽市第{choice % 50}局" }, date, "更名"),
            2 => new ChangeUnit(Some(7), facts with { Superior = Some(11) }, date, "改隶属"),
            3 => new MergeUnits([Some(7), Some(13)], Some(11), date, "合并"),
            4 => new SplitUnit(Some(7), [Some(11), Some(13)], date, "分立"),
            _ => new AbolishUnit(Some(7), [], date, "撤销"),
        };
    }
}
