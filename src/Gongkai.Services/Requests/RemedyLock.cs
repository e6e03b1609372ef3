using Gongkai.Data.Acts;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Process;

namespace Gongkai.Services.Requests;

/// <summary>复议诉讼台账的一笔会改动定下了的年度表四的，拒绝：与案件同一条规则。</summary>
internal static class RemedyLock
{
    /// <summary>拒绝的理由；不是复议诉讼台账的、不改动的为空。</summary>
    /// <param name="before">改之前；新登的为空。</param>
    /// <param name="after">改之后；作废了的照样给，自己会看。</param>
    public static async Task<Refusal?> Refuse(ActScope scope, RegisterForm form, UnitId unit, RegisterEntry? before, RegisterEntry after, CancellationToken cancel)
    {
        if (form.Code != YearQueries.RemedyRegister) return null;
        var settled = await YearQueries.Settled(scope.Db, unit, cancel);
        return YearLock.Touched(Counted(before), Counted(after), settled) is { } year
            ? CaseRules.LockedYear.Refuse($"{year} 年的年报数字已经定下，这样登记会改动它的表四；确实要改的，先在“年度快照”里写明缘由更正 {year} 年的") : null;
    }

    private static CountedRemedy? Counted(RegisterEntry? entry) => entry is null or { Voided: not null } ? null : TableFour.Read(entry.On, entry.Values);
}
