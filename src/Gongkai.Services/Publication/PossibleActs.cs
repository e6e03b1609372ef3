using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Publication;

/// <summary>一个人此时对一条信息可以办的事：照流程表，凭他今天的各个角色；预先看会不会被拒绝。</summary>
internal static class PossibleActs
{
    /// <summary>表里他的角色可以办的各件，按表里的次序。</summary>
    public static ImmutableArray<PossibleAct> Of(CurrentPerson who, Item item, ReviewFacts facts, DateTimeOffset at) =>
    [
        .. RolesIn(who, item.Unit).SelectMany(role => ReviewDecisions.Permitted(item.State, role).Select(action => (action, role)))
            .Where(one => IsPermitted(who, item, one.action)).GroupBy(one => one.action).OrderBy(group => group.Key)
            .Select(group => new PossibleAct(
                group.Key, ReviewConsequences.Of(item.State, group.Key, facts.Plan), ReviewDecisions.Foresee(item.State, group.Key, group.First().role, who.Id, facts, at))),
    ];

    /// <summary>今天在某单位能以审查里的哪些角色办事，代行的也算。</summary>
    public static IEnumerable<ReviewRole> RolesIn(CurrentPerson who, UnitId unit) =>
        who.Roles.Where(grounds => grounds.Unit == unit).Select(grounds => grounds.Role.InReview()).OfType<ReviewRole>().Distinct();

    /// <summary>一件事不在他可以办的之列：让表自己说为什么；由别人办的，是没有权限。</summary>
    public static Refusal WhyNot(CurrentPerson who, Item item, ReviewAction action)
    {
        var (step, roles) = (item.State.Step, RolesIn(who, item.Unit).ToList());
        if (roles.Count == 0) return new AccessRefusal("您在这个单位没有审查里的角色。");
        var refused = ReviewProcess.Table.Decide(step, action, roles[0]).Refusal;
        if (ReviewProcess.Table.Rows.FirstOrDefault(row => row.From == step && row.Action == action) is { } row && !row.Roles.Any(roles.Contains))
            return new AccessRefusal(refused!.Reason, refused.Basis);
        return action == ReviewAction.Withdraw && item.State.Visible is null ? new Refusal("还没有发布，没有可以撤回的。")
            : refused ?? new Refusal($"“{step.Caption()}”时您不能“{action.Caption()}”。");
    }

    private static bool IsPermitted(CurrentPerson who, Item item, ReviewAction action) =>
        ReviewWording.Permission(item.State.Step, action) is { } permission && who.May(permission, item.Unit).Succeeded;
}
