using Gongkai.Data;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Process;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>系统启用时移入原来的依申请台账：一件一件地移，同一单位、同一案号的是同一件。没有办结的由此结转。</summary>
public sealed class CaseTakeOver(Database database, PermittedActs acts, CaseIntake intake)
{
    private static readonly Refusal Different = new("已经有这个案号的一件，收到日、申请人类别、所需信息或者结果与填的不一样；要改请在这一件的页面上改。");

    /// <summary>移入一件；已经有一样的，不再存。答复是不是新存的。</summary>
    public Task<Outcome<bool>> Take(PersonId by, UnitId unit, LedgerEntry entry, CancellationToken cancel) => acts.Perform<bool>(
        new PermittedAct(by, CaseDesk.KindOf(CaseAction.TakeOver), Permission.ApproveCase, unit),
        async scope =>
        {
            if (entry.Fault() is { } fault) return fault;
            if (await scope.Db.RequestCases.Include(row => row.Events).AsNoTracking().SingleOrDefaultAsync(row => row.Unit == unit.Value && row.Number == entry.Number, cancel) is { } same)
            {
                scope.Record(same.Subject, new { already = entry.Number });
                return await IsSame(scope, same, entry, cancel) ? false : Different;
            }

            var (row, key) = intake.Open(scope.Act, unit, entry.Application, by, LegalTime.StartOf(entry.ReceivedOn));
            var (state, calendar) = (CaseState.Initial, await database.Calendar.Load(scope.Db, cancel));
            var facts = await CaseReading.Facts(scope.Act, calendar.Days, unit, cancel);
            foreach (var command in entry.Commands(by, scope.Act.Now))
            {
                var decided = CaseDecisions.Decide(state, command, facts);
                if (decided.Refusal is { } refusal) return refusal;
                state = state.After(decided.Value);
                row.Add(key, decided.Value, state, calendar);
            }

            scope.Db.RequestCases.Add(row);
            await scope.Act.Personal.Store(row.Subject, ApplicantFields.Of(entry.Application), cancel);
            scope.Record(row.Subject, new { row.Number, received = row.ReceivedOn, to = row.Stage, row.Applicant, row.Outcome, result = row.ResultOn, due = row.DueOn });
            return true;
        },
        cancel);

    private async Task<bool> IsSame(PermittedScope scope, RequestCaseRow row, LedgerEntry entry, CancellationToken cancel)
    {
        // 移入以后在系统里办结的，不因台账里没有结果而不同。
        var settled = entry.Outcome is null || (row.Outcome, row.ResultOn) == (entry.Outcome, entry.ResultOn);
        if (!settled || row.ReceivedOn != entry.ReceivedOn || row.Applicant != entry.Application.Kind) return false;
        return await database.Dossiers.Of(scope.Db, row.Subject, cancel) is not { } key || row.ToContent(key).Wanted == entry.Application.Wanted.Trim();
    }
}
