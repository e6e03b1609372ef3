using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Services.Organisations;
using Gongkai.Services.Publication;
using Gongkai.Services.Publication.Findings;

namespace Gongkai.Services.Upkeep;

/// <summary>已发布的再扫描，不等网站后台的那一轮。</summary>
public static class ScanUpkeep
{
    /// <summary>走一遍，不停机；又查出的留在“扫描”一页，由人撤回、更正。</summary>
    /// <param name="again">由这一版扫描器扫过的也再扫。</param>
    public static async Task<Outcome<RescanReport>> Rescan(DataSettings settings, bool again, TimeProvider clock, CancellationToken cancel)
    {
        var opened = await DatabaseOpening.OpenExisting(settings, clock, cancel);
        if (opened.Refusal is { } refusal) return refusal;
        using var database = opened.Value;
        return await new PublicationServices(database, new OrganisationServices(database, clock), clock).Rescans.Now(again, cancel);
    }
}
