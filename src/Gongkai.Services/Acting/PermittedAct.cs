using System.Collections.Immutable;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;

namespace Gongkai.Services.Acting;

/// <summary>要凭权限办的一件事：谁，办什么，凭哪项权限，对哪些单位。对其中每一个单位都要有这项权限。</summary>
/// <param name="By">谁。</param>
/// <param name="Kind">办什么，稳定的代码，例如 <c>unit.change</c>。</param>
/// <param name="Permission">凭哪项权限。</param>
/// <param name="Units">对哪些单位，至少一个；记在第一个的审计链上。</param>
public sealed record PermittedAct(PersonId By, string Kind, Permission Permission, params ImmutableArray<UnitId> Units)
{
    /// <summary>记在哪条链上；不写的，是第一个单位的。</summary>
    public ChainId? Chain { get; init; }

    /// <summary>为什么；不要求说明理由的为空。</summary>
    public string? Reason { get; init; }

    /// <summary>命令的钥匙：双击、重试只做一次；为空不管重复。</summary>
    public CommandKey? Key { get; init; }

    internal Act ToAct() => new(Kind, Data.Acts.Actor.Person(By.Value), Chain ?? new ChainId(Units[0].Value)) { Reason = Reason, Key = Key };
}
