using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;

namespace Gongkai.Services.Organisations;

/// <summary>内设机构：设立、撤销、指定为政府信息公开工作机构（条例第四条）。只牵涉本单位，记在本单位的链上。</summary>
public sealed class OfficeRegister(PermittedActs acts)
{
    /// <summary>设立，答复它的标识。</summary>
    public Task<Outcome<OfficeId>> Open(PersonId by, UnitId unit, string name, DateOnly from, string reason, CancellationToken cancel)
    {
        var office = new OfficeId(Guid.CreateVersion7());
        return Do(by, "office.open", unit, reason, found => Widen(OfficeDecisions.Open(found, office, name.Trim(), from, reason)), office, cancel);
    }

    /// <summary>撤销。</summary>
    public Task<Outcome<OfficeId>> Close(PersonId by, UnitId unit, OfficeId office, DateOnly from, string reason, CancellationToken cancel) =>
        Do(by, "office.close", unit, reason, found => Widen(OfficeDecisions.Close(found, office, from, reason)), office, cancel);

    /// <summary>指定为政府信息公开工作机构。</summary>
    public Task<Outcome<OfficeId>> Designate(PersonId by, UnitId unit, OfficeId office, DateOnly from, string reason, CancellationToken cancel) =>
        Do(by, "office.designate", unit, reason, found => Widen(OfficeDecisions.Designate(found, office, from, reason)), office, cancel);

    private Task<Outcome<OfficeId>> Do(
        PersonId by, string kind, UnitId unit, string reason, Func<Unit, Outcome<UnitEvent>> decide, OfficeId answer, CancellationToken cancel) =>
        acts.Perform<OfficeId>(
            new PermittedAct(by, kind, Permission.ManageUnits, unit) { Reason = reason },
            async scope =>
            {
                if (scope.Tree.Find(unit) is not { } found) return new Refusal("没有这个单位。");
                var decided = decide(found);
                if (decided.Refusal is { } refusal) return refusal;
                await UnitSaving.Save(scope.Act, scope.Tree, [decided.Value], null, cancel);
                return answer;
            },
            cancel);

    private static Outcome<UnitEvent> Widen<TEvent>(Outcome<TEvent> decided)
        where TEvent : UnitEvent => decided.Refusal is { } refusal ? refusal : decided.Value;
}
