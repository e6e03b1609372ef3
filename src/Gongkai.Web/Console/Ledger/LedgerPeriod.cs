using System.Globalization;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Ledger;

/// <summary>看哪个单位哪一段的台账，写在网址里；没有写的是本单位、本月。</summary>
/// <param name="First">自哪一天（含）。</param>
/// <param name="Last">到哪一天（含）。</param>
internal sealed record LedgerPeriod(UnitId Unit, DateOnly First, DateOnly Last)
{
    /// <summary>本单位本月到今天。</summary>
    public static LedgerPeriod ThisMonth(CurrentPerson person)
    {
        var units = person.UnitsWith(Permission.ReadLedger);
        return new LedgerPeriod(units.IsEmpty ? default : person.OwnUnits.FirstOrDefault(units.Contains, units[0]), new DateOnly(person.Today.Year, person.Today.Month, 1), person.Today);
    }

    /// <summary>读网址；日期写错的说明。</summary>
    public static Outcome<LedgerPeriod> Of(IQueryCollection query, CurrentPerson person)
    {
        var period = ThisMonth(person);
        if (Guid.TryParse(query["unit"], out var unit)) period = period with { Unit = new UnitId(unit) };
        foreach (var name in (string[])["from", "to"])
        {
            if ((string?)query[name] is not { Length: > 0 } text) continue;
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return new Refusal("日期要写成年-月-日，例如 2026-03-02。");
            period = name == "from" ? period with { First = date } : period with { Last = date };
        }

        return period;
    }
}
