using System.Collections.Immutable;
using Gongkai.AnnualReports.Filing;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;

namespace Gongkai.Testing.Organisations;

/// <summary>虚构的机关的一份年报走编报的各步，经真的服务；第一版已经存好。</summary>
/// <param name="office">编报的机关。</param>
/// <param name="officer">主管部门的人。</param>
/// <param name="year">报告的年度。</param>
public sealed class InventedFiling(InventedOffice office, PersonId officer, int year)
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>试一件事。</summary>
    public Task<Outcome<long>> Try(FilingAction action, PersonId by, long version, string? note = null, ImmutableDictionary<int, string>? explanations = null) =>
        office.Publication.Filings.Do(by, office.Unit, year, version, new FilingCommand(action) { Note = note, Explanations = explanations ?? ImmutableDictionary<int, string>.Empty }, null, null, None);

    /// <summary>办成一件事，版本取现在的；每处发现都写“照登记”。</summary>
    public async Task Do(FilingAction action, PersonId by, string? note = null)
    {
        var report = InventedCity.Done(await office.Publication.Reports.Open(await office.Current(office.Holder(Role.Handler)), office.Unit, year, None))!;
        InventedCity.Done(await Try(action, by, report.Version, note, FilingDecisions.ToExplain(report.Latest).ToImmutableDictionary(one => one.At, _ => "照登记")));
    }

    /// <summary>自查、审核、签发报送。</summary>
    public async Task Submit()
    {
        await Do(FilingAction.SelfCheck, office.Holder(Role.Handler), "照登记");
        await Do(FilingAction.Pass, office.Holder(Role.DisclosureOfficeHead));
        await Do(FilingAction.Sign, office.Holder(Role.DeputyLeader));
    }

    /// <summary>主管部门接收，本机关公布。</summary>
    public async Task Publish(string? note = null)
    {
        await Do(FilingAction.Accept, officer);
        await Do(FilingAction.Publish, office.Holder(Role.DeputyLeader), note);
    }
}
