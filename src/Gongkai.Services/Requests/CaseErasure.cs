using System.Collections.Immutable;
using System.Text.Json;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Registers;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Archiving;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Outcomes;
using Gongkai.Requests.Process;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>
/// 过了保管期限的，毁掉案卷的钥匙：申请的内容、经过的细节、文书、文件、申请人的个人信息都读不出了；
/// 案号、日期、结局留着，年报和快照照旧，审计链照旧对得上。备份里还有旧的钥匙，见 docs/security.md。
/// </summary>
public sealed class CaseErasure(Database database, PermittedActs acts)
{
    /// <summary>一次至多抹去几件；清单也至多列几件。</summary>
    public const int Most = 200;

    /// <summary>一个单位过了保管期限、还没有抹去的，和已经抹去的。</summary>
    public async Task<Outcome<ErasurePlan>> Plan(CurrentPerson who, UnitId unit, CancellationToken cancel)
    {
        if (who.May(Permission.ReadCase, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var years = await Years(db, unit, cancel);
        var before = new DateOnly(who.Today.Year - years, 1, 1);
        var old = db.RequestCases.AsNoTracking().Where(row => row.Unit == unit.Value && row.ResultOn < before);
        var disputed = await Disputed(db, unit, cancel);
        var due = await old.Where(row => row.ErasedOn == null && row.Stage == CaseStage.Archived).OrderBy(row => row.ResultOn).ThenBy(row => row.Id).Take(Most + 1).ToListAsync(cancel);
        var unarchived = await old.CountAsync(row => row.ErasedOn == null && (row.Stage == CaseStage.Closed || row.Stage == CaseStage.Replied || row.Stage == CaseStage.Delivered), cancel);
        var erased = await db.RequestCases.AsNoTracking().Where(row => row.Unit == unit.Value && row.ErasedOn != null).OrderByDescending(row => row.ErasedOn).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel);
        var names = await DeskQueries.Names(db, [.. erased.Select(row => row.ErasedBy).OfType<Guid>().Distinct()], cancel);
        return new ErasurePlan(
            years, [.. due.Take(Most).Select(row => Line(row, null, row.Number is { } number && disputed.Contains(number)))], due.Count > Most, unarchived,
            [.. erased.Select(row => Line(row, row.ErasedBy is { } by ? names.GetValueOrDefault(by) : null, false))]);
    }

    /// <summary>抹去几件，写明凭什么；有一件还不能抹去，一件也不抹。答复抹去了几件。</summary>
    public Task<Outcome<int>> Erase(PersonId by, UnitId unit, IReadOnlyCollection<CaseId> cases, string? basis, CommandKey? key, CancellationToken cancel) => acts.Perform<int>(
        new PermittedAct(by, "request.erase", Permission.ApproveCase, unit) { Key = key, Reason = basis },
        async scope =>
        {
            if (cases.Count is 0 or > Most) return new Refusal($"请选要抹去的，一次至多 {Most} 件。");
            if (string.IsNullOrWhiteSpace(basis)) return new Refusal("请写明凭什么抹去：销毁鉴定的文件、批准的人。");
            var (years, disputed) = (await Years(scope.Db, unit, cancel), await Disputed(scope.Db, unit, cancel));
            foreach (var id in cases.Distinct())
            {
                if (await scope.Db.RequestCases.SingleOrDefaultAsync(row => row.Id == id.Value && row.Unit == unit.Value, cancel) is not { } row) return CaseDesk.Missing;
                if (row.ErasedOn is not null) return new Refusal($"{row.Number} 已经抹去了。");
                if (Retention.Refuse(row.Stage, row.ResultOn, years, row.Number is { } number && disputed.Contains(number), scope.Today) is { } refusal) return new Refusal($"{row.Number ?? row.TrackCode}：{refusal.Reason}");
                await scope.Act.Personal.Erase(row.Subject, cancel);
                row.Erase(scope.Today, by.Value);
                scope.Record(row.Subject, new { erased = row.Number, result = row.ResultOn, row.Outcome });
            }

            return cases.Distinct().Count();
        },
        cancel);

    // 单位另定的先，没有的照整个网站的。
    private static async Task<int> Years(GongkaiDbContext db, UnitId unit, CancellationToken cancel)
    {
        var row = await db.Settings.FindAsync([unit.Value, Retention.SettingName], cancel) ?? await db.Settings.FindAsync([ChainId.System.Value, Retention.SettingName], cancel);
        return Retention.Parse(row is null ? null : JsonSerializer.Deserialize<string>(row.Value)) ?? Retention.Standard;
    }

    // 还没有审结的复议、诉讼所对的案号。
    private static async Task<HashSet<string>> Disputed(GongkaiDbContext db, UnitId unit, CancellationToken cancel)
    {
        var entries = await RegisterQueries.Between(db, unit, YearQueries.RemedyRegister, DateOnly.MinValue, DateOnly.MaxValue, cancel);
        return [.. entries.Where(entry => entry.Voided is null && TableFour.Read(entry.On, entry.Values) is { ResultOn: null }).Select(entry => entry.Stored("case"))];
    }

    private static ErasureLine Line(RequestCaseRow row, string? by, bool disputed) => new(new CaseId(row.Id), row.Number ?? row.TrackCode, row.ReceivedOn, row.ResultOn, row.Outcome, disputed, row.ErasedOn, by);
}

/// <summary>一个单位可以抹去的和抹去了的。</summary>
/// <param name="Years">保管几年。</param>
/// <param name="Due">过了保管期限、还没有抹去的，早的在前。</param>
/// <param name="More">还有没列出的。</param>
/// <param name="Unarchived">过了这么久还没有归档的有几件：归档以后才能抹去。</param>
/// <param name="Erased">已经抹去的，新的在前。</param>
public sealed record ErasurePlan(int Years, ImmutableArray<ErasureLine> Due, bool More, int Unarchived, ImmutableArray<ErasureLine> Erased);

/// <summary>一件。</summary>
/// <param name="Caption">案号；没有登记的是查询码。</param>
/// <param name="IsDisputed">有还没有审结的复议、诉讼，还不能抹去。</param>
/// <param name="ErasedOn">抹去之日；没有抹去的为空。</param>
/// <param name="ErasedBy">谁抹去的。</param>
public sealed record ErasureLine(CaseId Id, string Caption, DateOnly? ReceivedOn, DateOnly? ResultOn, CaseOutcome? Outcome, bool IsDisputed, DateOnly? ErasedOn, string? ErasedBy);
