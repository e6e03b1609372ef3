using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;

namespace Gongkai.Organisations.Access;

/// <summary>委托的标识。</summary>
public readonly record struct DelegationId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>委托：外出期间，由同单位的另一个人代行一个角色。不能转托。</summary>
/// <param name="Id">标识。</param>
/// <param name="Version">版本：从 1 起，收回时加一。</param>
/// <param name="Delegator">委托的人。</param>
/// <param name="Delegate">代行的人。</param>
/// <param name="Unit">在哪个单位。</param>
/// <param name="Role">代行哪个角色。</param>
/// <param name="First">第一日（含）。</param>
/// <param name="Last">最后一日（含）；收回的，是收回的前一日。</param>
/// <param name="Reason">事由，例如“出差”。</param>
/// <param name="RevokedOn">收回之日（当日起无效）；没有收回的为空。</param>
public sealed record Delegation(
    DelegationId Id, int Version, PersonId Delegator, PersonId Delegate, UnitId Unit, Role Role, DateOnly First, DateOnly Last, string Reason, DateOnly? RevokedOn)
{
    /// <summary>有效的期间，首尾两日都在内；一天也没有生效就收回的，为空。</summary>
    public Validity? Effective => Last >= First ? new Validity(First, Last) : null;

    /// <summary>某日是否有效。</summary>
    public bool Covers(DateOnly date) => Effective is { } span && span.Covers(date);
}

/// <summary>委托能不能给、能不能收回。</summary>
public static class DelegationDecisions
{
    /// <summary>一次委托最长的天数，首尾两日都算；更久的应当任命。</summary>
    public const int Longest = 366;

    /// <summary>委托。期间首尾两日都在内。</summary>
    /// <param name="wanted">所要的委托，版本为 1。</param>
    /// <param name="delegator">委托的人。</param>
    /// <param name="delegatee">代行的人。</param>
    /// <param name="existing">委托的人已经给出的委托。</param>
    /// <param name="today">今天。</param>
    public static Outcome<Delegation> Give(Delegation wanted, Person delegator, Person delegatee, IEnumerable<Delegation> existing, DateOnly today)
    {
        var role = wanted.Role.Caption();
        if (delegator.Id == delegatee.Id) return new Refusal("不能委托给自己。");
        if (string.IsNullOrWhiteSpace(wanted.Reason)) return new Refusal("委托要写明事由。");
        if (wanted.First < today) return new Refusal("委托不能补办：从今天或者以后开始。");
        if (wanted.Last < wanted.First) return new Refusal("委托的结束不能早于开始。");
        if (wanted.Last.DayNumber - wanted.First.DayNumber >= Longest) return new Refusal($"一次委托最长 {Longest} 天；更久的，应当任命。");
        if (!wanted.Role.IsDelegable()) return new Refusal($"{role}不能委托他人代行。");
        if (!HoldsThroughout(delegator, wanted))
            return new Refusal($"{delegator.Name}在委托期间不始终是本单位的{role}：只能委托自己任的角色，代行来的不能转托。");
        if (!ServesThroughout(delegatee, wanted)) return new Refusal($"{delegatee.Name}在委托期间不始终在本单位任职。");
        if (Conflict(delegatee, wanted) is { } conflict)
            return new Refusal($"{delegatee.Name}是{conflict.Held.Caption()}，不能代行{role}：{conflict.Rule.Reason}。");
        if (existing.FirstOrDefault(other => other.Unit == wanted.Unit && other.Role == wanted.Role && other.Effective is { } span && span.Overlaps(new Validity(wanted.First, wanted.Last))) is { } twice)
            return new Refusal($"{twice.First:yyyy年M月d日}至{twice.Last:yyyy年M月d日}的{role}已经委托出去了。");
        return wanted with { Version = 1, RevokedOn = null };
    }

    /// <summary>收回：当日起无效。</summary>
    public static Outcome<Delegation> Revoke(Delegation delegation, DateOnly today)
    {
        if (delegation.RevokedOn is { } already) return new Refusal($"这项委托{already:yyyy年M月d日}已经收回。");
        if (today > delegation.Last) return new Refusal($"这项委托{delegation.Last:yyyy年M月d日}已经期满。");
        return delegation with { Version = delegation.Version + 1, RevokedOn = today, Last = today.AddDays(-1) };
    }

    private static bool HoldsThroughout(Person person, Delegation wanted) =>
        Days(wanted).All(date => person.Holds(wanted.Role, wanted.Unit, date));

    private static bool ServesThroughout(Person person, Delegation wanted) =>
        Days(wanted).All(date => person.AppointmentsOn(date).Any(appointment => appointment.Unit == wanted.Unit));

    private static (Role Held, ExclusiveRoles Rule)? Conflict(Person person, Delegation wanted) =>
        person.Appointments.Where(held => held.Validity.Overlaps(new Validity(wanted.First, wanted.Last)))
            .Select(held => (held.Role, Rule: RoleTable.Conflict(held.Role, wanted.Role)))
            .Where(pair => pair.Rule is not null).Select(pair => ((Role, ExclusiveRoles)?)(pair.Role, pair.Rule!)).FirstOrDefault();

    // 任职只在有限的几个日子变化，但逐日看最不会错，至多一年。
    private static IEnumerable<DateOnly> Days(Delegation wanted)
    {
        for (var date = wanted.First; date <= wanted.Last; date = date.AddDays(1)) yield return date;
    }
}
