using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Registers;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Process;
using Gongkai.Requests.Remedies;
using Gongkai.Services.Acting;
using Gongkai.Services.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests;

/// <summary>对一件申请的复议、诉讼：登记在复议诉讼台账里，凭案号连到这一件，年报表四由它数出；责令重新答复的，另立一件照常办，不另计申请。</summary>
public sealed class CaseRemedies(Database database, PermittedActs acts, CaseIntake intake, RegisterDesk registers, CurrentPeople people)
{
    private static readonly Refusal Unnumbered = new("还没有登记的申请没有案号，登记以后再记复议、诉讼。");

    /// <summary>对一件的各笔复议、诉讼，和责令重新答复立的各件。</summary>
    public async Task<Outcome<CaseDisputes>> Of(CurrentPerson who, CaseId id, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Shown(db, id, cancel) is not { } row) return CaseDesk.Missing;
        if (who.May(Permission.ReadCase, new UnitId(row.Unit)).Refusal is { } refusal) return refusal;
        var redone = await db.RequestCases.AsNoTracking().Where(other => other.RedoOf == row.Id).OrderBy(other => other.SubmittedAt).Select(other => new CaseKey(new CaseId(other.Id), other.Number ?? other.TrackCode)).ToListAsync(cancel);
        var original = row.RedoOf is { } of ? await db.RequestCases.AsNoTracking().Where(other => other.Id == of).Select(other => new CaseKey(new CaseId(other.Id), other.Number ?? other.TrackCode)).SingleAsync(cancel) : null;
        return new CaseDisputes([.. await Entries(db, row, cancel)], [.. redone], original);
    }

    /// <summary>登记一笔。</summary>
    /// <param name="typed">案号、哪一种、对什么不服、申请或者起诉之日，照填的写法。</param>
    public async Task<Outcome<RegisterEntryId>> Add(PersonId by, CaseId id, RemedyInput typed, CommandKey? key, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Shown(db, id, cancel) is not { } row || !await Sees(by, row, cancel)) return CaseDesk.Missing;
        if (row.Number is null) return Unnumbered;
        var values = new Dictionary<string, string> { ["number"] = typed.Number, ["stage"] = typed.Stage, ["claim"] = typed.Claim, [CaseField] = row.Number };
        if (DateOnly.TryParseExact(typed.On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && TableFour.Read(on, values) is { } remedy)
        {
            var earlier = (await Entries(db, row, cancel)).Select(entry => TableFour.Read(entry.On, entry.Values)).OfType<CountedRemedy>().ToList();
            if (RemedyDecisions.Refuse(remedy, earlier, row.ReceivedOn) is { } refusal) return refusal;
        }

        var added = await registers.Add(by, new RegisterInput(new UnitId(row.Unit), YearQueries.RemedyRegister, typed.On, values, null, null, []), key, cancel);
        return added.Refusal is { } unfit ? unfit : added.Value.Entry;
    }

    /// <summary>记上一笔的结果；责令重新答复的，写到哪一天。</summary>
    public async Task<Outcome<long>> Decide(PersonId by, CaseId id, RegisterEntryId entry, RemedyResult result, CommandKey? key, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Shown(db, id, cancel) is not { } row || !await Sees(by, row, cancel) || (await Entries(db, row, cancel)).FirstOrDefault(one => one.Id == entry) is not { } stored) return CaseDesk.Missing;
        if (RemedyDecisions.RefuseResult(stored.On, result.On, result.RedoUntil, result.Today) is { } refusal) return refusal;
        var values = stored.Values.SetItem("result", result.Caption).SetItem("resultOn", Iso(result.On));
        if (result.RedoUntil is { } until) values = values.SetItem("redo", Iso(until));
        return await registers.Correct(by, entry, stored.Version, values, stored.Note, "记上审结的结果", key, cancel);
    }

    /// <summary>责令重新答复：由原来的一件另立一件，直接转入办理，期限照责令的；申请人、内容照原来的。答复新的一件。</summary>
    /// <param name="on">收到复议决定、裁判之日。</param>
    /// <param name="until">到哪一天（含）；没有写明的为空，照二十个工作日。</param>
    /// <param name="order">谁责令，什么文书。</param>
    public async Task<Outcome<CaseId>> Redo(PersonId by, CaseId id, DateOnly on, DateOnly? until, string? order, CommandKey? key, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, id, cancel) is not { } owner) return CaseDesk.Missing;
        return await acts.Perform<CaseId>(new PermittedAct(by, CaseDesk.KindOf(CaseAction.OpenRedo), Permission.ApproveCase, owner) { Key = key }, async scope =>
        {
            var original = (await CaseQueries.Shown(scope.Db, id, cancel))!;
            if (await database.Dossiers.Of(scope.Db, original.Subject, cancel) is not { } sealedBy) return CaseDesk.Erased;
            if (original.Outcome is null) return new Refusal("原来的一件还没有办结，接着办就是，不必另立。");
            if (!(await Entries(scope.Db, original, cancel)).Any(entry => TableFour.Read(entry.On, entry.Values) is { ResultOn: not null })) return new Refusal("先登记复议、诉讼和它的结果，再立重新答复的一件。");
            var redone = await scope.Db.RequestCases.AsNoTracking().Where(other => other.RedoOf == original.Id).Select(other => other.Outcome).ToListAsync(cancel);
            if (redone.Contains(null)) return new Refusal("已经有一件正在重新答复。");
            var application = ApplicantFields.ToApplication(original.Applicant, original.ToContent(sealedBy), await scope.Act.Personal.Read(original.Subject, cancel));
            var (row, fresh) = intake.Open(scope.Act, owner, application, by, scope.Act.Now, original.Id);
            var details = new CaseDetails { Number = $"{original.Number}重{redone.Count + 1}", Text = order, Until = until, RedoOf = original.Number };
            var calendar = await database.Calendar.Load(scope.Db, cancel);
            var facts = await CaseReading.Facts(scope.Act, calendar.Days, owner, cancel);
            var decided = CaseDecisions.Decide(CaseState.Initial, new CaseCommand { Action = CaseAction.OpenRedo, Role = CaseRole.System, By = by, At = scope.Act.Now, On = on, Details = details }, facts);
            if (decided.Refusal is { } refusal) return refusal;
            var state = CaseState.Initial.After(decided.Value);
            row.Add(fresh, decided.Value, state, calendar);
            scope.Db.RequestCases.Add(row);
            await scope.Act.Personal.Store(row.Subject, ApplicantFields.Of(application), cancel);
            scope.Record(row.Subject, new { row.Number, redoOf = original.Number, on, due = row.DueOn });
            return new CaseId(row.Id);
        }, cancel);
    }

    private const string CaseField = "case";

    // 拒绝的话里有收到日、登记过什么：看不得这一件的，只听得到没有这一件。
    private async Task<bool> Sees(PersonId by, RequestCaseRow row, CancellationToken cancel) => (await people.Find(by, cancel))?.May(Permission.ReadCase, new UnitId(row.Unit)).Succeeded == true;

    private static async Task<IReadOnlyList<RegisterEntry>> Entries(GongkaiDbContext db, RequestCaseRow row, CancellationToken cancel) => row.Number is null ? []
        : [.. (await RegisterQueries.Between(db, new UnitId(row.Unit), YearQueries.RemedyRegister, DateOnly.MinValue, DateOnly.MaxValue, cancel)).Where(entry => entry.Voided is null && entry.Stored(CaseField) == row.Number)];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>对一件的复议、诉讼。</summary>
/// <param name="Entries">台账里的各笔，先的在前。</param>
/// <param name="Redone">责令重新答复立的各件。</param>
/// <param name="Original">这一件就是重新答复的，原来的一件；不是的为空。</param>
public sealed record CaseDisputes(ImmutableArray<RegisterEntry> Entries, ImmutableArray<CaseKey> Redone, CaseKey? Original);

/// <summary>要登记的一笔，照填的写法。</summary>
/// <param name="Number">复议、诉讼的案号。</param>
/// <param name="Stage">哪一种。</param>
/// <param name="Claim">对什么不服。</param>
/// <param name="On">申请、起诉之日。</param>
public sealed record RemedyInput(string Number, string Stage, string Claim, string On);

/// <summary>一笔的结果。</summary>
/// <param name="Caption">结果维持、结果纠正、其他结果。</param>
/// <param name="On">审结之日。</param>
/// <param name="RedoUntil">责令重新答复的，到哪一天；没有的为空。</param>
/// <param name="Today">今天。</param>
public sealed record RemedyResult(string Caption, DateOnly On, DateOnly? RedoUntil, DateOnly Today);
