using System.Collections.Immutable;
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

    private static bool IsPermitted(CurrentPerson who, Item item, ReviewAction action) =>
        ReviewWording.Permission(item.State.Step, action) is { } permission && who.May(permission, item.Unit).Succeeded;
}
