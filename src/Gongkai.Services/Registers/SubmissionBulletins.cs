using System.Text.Json;
using Gongkai.Data;
using Gongkai.Data.Audit;
using Gongkai.Data.Queries.Registers;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Submissions;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Registers;

/// <summary>信息报送的月度通报。凭“查看台账和统计”。</summary>
public sealed class SubmissionBulletins(Database database)
{
    /// <summary>一个单位的各科室，或者此人可以看的各单位，一个月的通报。</summary>
    /// <param name="unit">由哪个单位通报。</param>
    /// <param name="month">哪个月。</param>
    /// <param name="byUnit">通报各单位；为否是本单位的各科室。</param>
    public async Task<Outcome<UnitBulletin>> Of(CurrentPerson who, UnitId unit, DateOnly month, bool byUnit, CancellationToken cancel)
    {
        if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var points = await Points(db, cancel);
        List<(string, IReadOnlyCollection<RegisterEntry>)> groups = [];
        if (byUnit)
        {
            foreach (var one in who.UnitsWith(Permission.ReadLedger)) groups.Add((who.Units.NameOf(one) ?? "", await Entries(db, one, month, cancel)));
        }
        else
        {
            var entries = await Entries(db, unit, month, cancel);
            groups.AddRange(who.Tree.Find(unit)!.Offices.Where(office => office.Lifetime.Covers(month) || entries.Any(entry => entry.Office == office.Id))
                .Select(office => (office.Name, (IReadOnlyCollection<RegisterEntry>)[.. entries.Where(entry => entry.Office == office.Id)])));
            if (entries.Any(entry => entry.Office is null) || groups.Count == 0) groups.Add(("没有写科室的", [.. entries.Where(entry => entry.Office is null)]));
        }

        return new UnitBulletin(unit, who.Tree.Find(unit)?.Latest.Name ?? "", byUnit, SubmissionBulletin.Of(month, points, groups));
    }

    // 上一年报、这个月才采用的也算。
    private static Task<IReadOnlyList<RegisterEntry>> Entries(GongkaiDbContext db, UnitId unit, DateOnly month, CancellationToken cancel) =>
        RegisterQueries.Between(db, unit, SubmissionBulletin.Form, month.AddMonths(-12), month.AddMonths(1).AddDays(-1), cancel);

    private static async Task<SubmissionPoints> Points(GongkaiDbContext db, CancellationToken cancel)
    {
        var row = await db.Settings.AsNoTracking().SingleOrDefaultAsync(row => row.Unit == ChainId.System.Value && row.Name == SubmissionPoints.SettingName, cancel);
        return row is not null && SubmissionPoints.Parse(JsonSerializer.Deserialize<string>(row.Value)!) is { Succeeded: true } set ? set.Value : SubmissionPoints.Standard;
    }
}

/// <summary>一个单位的通报。</summary>
/// <param name="Unit">由哪个单位通报。</param>
/// <param name="UnitName">它的名称。</param>
/// <param name="ByUnit">通报的是各单位；为否是各科室。</param>
/// <param name="Bulletin">通报。</param>
public sealed record UnitBulletin(UnitId Unit, string UnitName, bool ByUnit, SubmissionBulletin Bulletin)
{
    /// <summary>标题，例如“云泽市文化广播局2026年3月信息报送情况通报”。</summary>
    public string Title => $"{UnitName}{Bulletin.Month:yyyy年M月}信息报送情况通报";

    /// <summary>开头的一段。</summary>
    public string Summary => $"{Bulletin.Month:yyyy年M月}，{(ByUnit ? "各单位" : "各科室")}共报送信息 {Bulletin.HandedIn} 条，采用 {Bulletin.Adopted} 条次"
        + $"（上级单位 {Bulletin.Lines.Sum(line => line.Upper)}、本级政府 {Bulletin.Lines.Sum(line => line.Own)}、合作媒体 {Bulletin.Lines.Sum(line => line.Media)}）。现将有关情况通报如下。";

    /// <summary>末尾的说明：怎样计分。</summary>
    public string Method => $"计分：{Bulletin.Points}；登记时另写了计分的，以所写的为准。采用按采用之日计入当月，从前报送的也算；同一条报给几处的，报送算一条。";
}
