using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Process;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>依申请台账：一个单位一年收到的、上年结转来的各件，按收到的先后。申请人是谁不在里面。条例第四十五条。</summary>
public sealed class CaseLedger(Database database)
{
    // 一次解开几件。
    private const int Together = 200;

    /// <summary>取一年的。</summary>
    public async Task<Outcome<CaseYear>> Of(CurrentPerson who, UnitId unit, int year, CancellationToken cancel)
    {
        if (who.May(Permission.ReadCase, unit).Refusal is { } refusal) return refusal;
        await using var db = database.CreateContext();
        var rows = await CaseFiltering.Matching(db.RequestCases.AsNoTracking().Where(row => row.Unit == unit.Value), new CaseFilter(unit) { Year = year }, who.Today)
            .Include(row => row.Events).OrderBy(row => row.ReceivedOn).ThenBy(row => row.Number).ThenBy(row => row.SubmittedAt).ToListAsync(cancel);
        var names = await DeskQueries.Names(db, [.. rows.Select(row => row.Assignee).OfType<Guid>().Distinct()], cancel);
        var lines = ImmutableArray.CreateBuilder<LedgerCase>(rows.Count);
        foreach (var some in rows.Chunk(Together))
        {
            var keys = await database.Dossiers.Of(db, RequestCaseRow.SubjectKind, [.. some.Select(row => row.Subject.Id)], cancel);
            foreach (var row in some)
            {
                var key = keys.GetValueOrDefault(row.Subject.Id);
                var line = CaseLine.Of(row, key, row.Assignee is { } assignee ? names.GetValueOrDefault(assignee) : null, who.Calendar, who.Today, CaseReminderPlan.None);
                lines.Add(key is null ? new LedgerCase(line, null, CaseState.Initial, null)
                    : new LedgerCase(line, row.ToContent(key), row.ToState(key), row.ToEvents(key).LastOrDefault(happened => happened.Action is CaseAction.SendAnswer or CaseAction.AnswerOnSpot)?.Details.Number));
            }
        }

        return new CaseYear(who.Tree.Find(unit)?.Latest.Name ?? "", year, await YearQueries.Withdrawn(db, unit, year, cancel), lines.ToImmutable());
    }
}

/// <summary>一年的依申请台账。</summary>
/// <param name="Withdrawn">撤回的申请在表三里怎样计。</param>
public sealed record CaseYear(string UnitName, int Year, WithdrawnCounting Withdrawn, ImmutableArray<LedgerCase> Cases);

/// <summary>台账里的一件。</summary>
/// <param name="Content">申请的内容；抹去了的为空。</param>
/// <param name="State">办到了哪里。</param>
/// <param name="AnswerNumber">答复书的文号；没有答复的为空。</param>
public sealed record LedgerCase(CaseLine Line, ApplicationContent? Content, CaseState State, string? AnswerNumber)
{
    /// <summary>照口径不计入表三。</summary>
    public bool IsLeftOut(WithdrawnCounting withdrawn) => Line.ReceivedOn is { } received && withdrawn.LeavesOut(new CountedCase(received, Line.Applicant, Line.Outcome, Line.ResultOn));
}
