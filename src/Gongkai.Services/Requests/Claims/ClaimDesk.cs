using System.Text.Json;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Audit;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.PersonalData;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Claims;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Requests.Claims;

/// <summary>办理诉求：先看权限，再问流程表和规则；办成了，事件、状态、审计一起存。投诉举报办结的，随着登进投诉举报台账。</summary>
public sealed class ClaimDesk(Database database, PermittedActs acts)
{
    /// <summary>审计记录里，诉求的各件事的代码这样开头。</summary>
    public const string KindPrefix = "claim.";

    internal static readonly Refusal Missing = new("没有这一件。");

    /// <summary>审计记录里的代码，例如 <c>claim.follow-up</c>。</summary>
    public static string KindOf(ClaimAction action) => ActCode.Of(KindPrefix, action);

    /// <summary>工作人员办一件，答复并发的新版本。</summary>
    public async Task<Outcome<long>> Do(PersonId by, ClaimAct act, string? key, CancellationToken cancel)
    {
        var role = ClaimProcess.Table.Rows.First(row => row.Action == act.Action).Roles[0];
        await using var db = database.CreateContext();
        if (await ClaimBoard.Owner(db, act.Claim, cancel) is not { } owner) return Missing;
        var used = key is null ? null : new CommandKey($"claim-{key}", new { act.Claim, act.Version, act.Action, act.On, content = Convert.ToHexString(database.Secrets.Fingerprint("claim", $"{act.Details}\n{act.CaseNumber}\n{act.Item}")) });
        return await acts.Perform<long>(new PermittedAct(by, KindOf(act.Action), role.Permission()!.Value, owner) { Key = used }, async scope =>
        {
            var row = await scope.Db.Claims.Include(one => one.Events).SingleAsync(one => one.Id == act.Claim.Value, cancel);
            if (scope.Act.Stale(row, act.Version) is { } stale) return stale;
            var details = act.Details;
            if (act.Action == ClaimAction.Register)
            {
                if (await Connect(scope.Act, row, act, cancel) is { } unknown) return unknown;
                details = details with { Number = await NextNumber(scope.Act, row, act.On.Year, cancel), Days = await Days(scope.Db, row.Kind, cancel) };
            }

            var done = await Carry(scope.Act, row, new ClaimCommand(act.Action, role, by, scope.Act.Now, act.On, details), cancel);
            return done.Refusal is { } refusal ? refusal : act.Version + 1;
        }, cancel);
    }

    /// <summary>决定并存好一件事；提出的人自己的也用它。</summary>
    internal async Task<Outcome<ClaimEvent>> Carry(ActScope scope, ClaimRow row, ClaimCommand command, CancellationToken cancel)
    {
        if (await database.Dossiers.Of(scope.Db, row.Subject, cancel) is not { } key) return Missing;
        var state = row.ToState(key);
        var decided = ClaimDecisions.Decide(row.Kind, state, command);
        if (decided.Refusal is { } refusal) return refusal;
        var after = state.After(decided.Value);
        row.Add(key, decided.Value, after);
        if (command.Action == ClaimAction.Close && row.Kind == ClaimKind.Complaint) Register(scope, row, key, after, decided.Value.On);
        scope.Record(row.Subject, new { from = decided.Value.From, to = row.Stage, on = command.On, row.Number, row.Result });
        return decided.Value;
    }

    // 台账里不写提出的人写的字：反映什么，用办理的人拟的理由。
    private static void Register(ActScope scope, ClaimRow row, DossierKey key, ClaimState state, DateOnly on)
    {
        var form = Registers.RegisterCatalogue.Find("complaints")!;
        var entry = state.Result!.Value.Entry();
        var values = new Dictionary<string, string>
        {
            ["number"] = row.Number!, ["source"] = row.Way.Caption(), ["about"] = Cut(row.ToContent(key).About), ["matter"] = Cut(state.Proposal!.Text!), ["office"] = "政府信息公开工作机构", ["doneOn"] = Iso(on),
        };
        if (entry.Verified is { } verified) values["verified"] = verified;
        if (entry.Measure is { } measure) values["measure"] = measure;
        if (state.Proposal.Until is { } until) values["dueOn"] = Iso(until);
        var register = new Data.Mapping.Registers.RegisterEntryRow { Id = Guid.CreateVersion7(scope.Now), Unit = row.Unit, Form = form.Code, OnDate = state.Received!.Value, Note = "由投诉举报的办理随着登记" };
        register.Take(form, Gongkai.Organisations.Registers.RegisterDecisions.Read(form, values).Value);
        scope.Db.RegisterEntries.Add(register);
        row.RegisterEntry = register.Id;
        scope.Record(new Subject("register", register.Id), new { form = form.Code, claim = row.Number });
    }

    private static async Task<Refusal?> Connect(ActScope scope, ClaimRow row, ClaimAct act, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(act.CaseNumber))
        {
            var number = act.CaseNumber.Trim();
            row.CaseId = await scope.Db.RequestCases.Where(one => one.Unit == row.Unit && one.Number == number).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(cancel);
            if (row.CaseId is null) return new Refusal($"本单位没有案号是“{number}”的申请；不对哪一件的，不写。");
        }

        if (string.IsNullOrWhiteSpace(act.Item)) return null;
        row.ItemId = (await CasePublications.Find(scope.Db, new UnitId(row.Unit), act.Item, cancel))?.Id;
        return row.ItemId is null ? new Refusal("本单位没有这一条信息：写它的索引号，或者把它的网址抄过来；不对哪一条的，不写。") : null;
    }

    // 种类、年度、流水，例如“TS-2026-0003”：登记时在同一个事务里取下一个。
    private static async Task<string> NextNumber(ActScope scope, ClaimRow row, int year, CancellationToken cancel)
    {
        var prefix = row.Kind == ClaimKind.Correction ? "GZ" : "TS";
        var key = $"claim/{row.Unit:N}/{prefix}/{year}";
        var sequence = await scope.Db.IndexSequences.FindAsync([key], cancel);
        if (sequence is null) scope.Db.IndexSequences.Add(sequence = new IndexSequenceRow { Key = key });
        return $"{prefix}-{year}-{++sequence.Last:0000}";
    }

    private static async Task<int> Days(GongkaiDbContext db, ClaimKind kind, CancellationToken cancel) =>
        ClaimClock.Parse(await db.Settings.FindAsync([ChainId.System.Value, ClaimClock.NameOf(kind)], cancel) is { } row ? JsonSerializer.Deserialize<string>(row.Value) : null) ?? ClaimClock.Standard;

    private static string Cut(string text) => text.ReplaceLineEndings(" ").Trim() is { Length: > 200 } line ? $"{line[..200]}……" : text.ReplaceLineEndings(" ").Trim();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
