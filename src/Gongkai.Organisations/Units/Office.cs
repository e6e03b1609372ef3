using System.Collections.Immutable;
using Gongkai.Law;

namespace Gongkai.Organisations.Units;

/// <summary>内设机构：处、科、室、所。</summary>
/// <param name="Id">标识。</param>
/// <param name="Name">名称，例如“办公室”“法规科”。</param>
/// <param name="Lifetime">存在的期间，首尾两日都在内。</param>
/// <param name="DisclosureDuties">承担政府信息公开工作的各段期间，由早到晚；从未承担的没有。条例第四条。</param>
public sealed record Office(OfficeId Id, string Name, Validity Lifetime, ImmutableArray<Validity> DisclosureDuties)
{
    /// <summary>某日是不是政府信息公开工作机构。</summary>
    public bool HasDisclosureDuty(DateOnly date) => DisclosureDuties.Any(duty => duty.Covers(date));
}
