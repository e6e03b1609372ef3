using System.Text.Json;
using Gongkai.AnnualReports.Filing;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Settings;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.AnnualReports;

/// <summary>主管部门要求的编报期限：一个主管部门一份，只能比法定的早。</summary>
public sealed class DeadlineSettings(Database database, PermittedActs acts)
{
    private const string Name = "report.deadlines";

    /// <summary>现在的；没有定过的各项为空。</summary>
    public async Task<LocalDeadlines> Of(UnitId authority, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await Of(db, authority, cancel) ?? new LocalDeadlines(null, null, null, null);
    }

    /// <summary>改定。凭“收集年度报告”。</summary>
    public Task<Outcome<bool>> Change(PersonId by, UnitId authority, LocalDeadlines wanted, CommandKey? key, CancellationToken cancel) => acts.Perform<bool>(
        new PermittedAct(by, "report.set-deadlines", Permission.CollectReports, authority) { Key = key },
        async scope =>
        {
            if (wanted.Fault() is { } fault) return fault;
            var text = JsonSerializer.Serialize(new[] { wanted.DepartmentSubmit, wanted.DepartmentPublish, wanted.GovernmentSubmit, wanted.GovernmentPublish }.Select(day => day?.ToString()));
            var row = await scope.Db.Settings.FindAsync([authority.Value, Name], cancel);
            if (row is null) scope.Db.Settings.Add(new SettingRow { Unit = authority.Value, Name = Name, Value = text });
            else row.Value = text;
            scope.Record(new Subject("setting", Name), new { authority, to = text });
            return true;
        },
        cancel);

    internal static async Task<LocalDeadlines?> Of(GongkaiDbContext db, UnitId? authority, CancellationToken cancel)
    {
        if (authority is not { } unit) return null;
        var row = await db.Settings.AsNoTracking().SingleOrDefaultAsync(setting => setting.Unit == unit.Value && setting.Name == Name, cancel);
        if (row is null) return null;
        var days = JsonSerializer.Deserialize<string?[]>(row.Value)!.Select(MonthDay.Parse).ToList();
        return new LocalDeadlines(days[0], days[1], days[2], days[3]);
    }
}
