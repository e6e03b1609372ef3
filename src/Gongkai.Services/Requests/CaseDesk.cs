using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Requests;
using Gongkai.Data.Queries.Requests;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Letters;
using Gongkai.Requests.Process;
using Gongkai.Services.Acting;
using Gongkai.Services.Mailing;
using Gongkai.Services.Notices;

namespace Gongkai.Services.Requests;

/// <summary>办理申请：先看权限，再问流程表和硬规则；办成了，事件、状态与期限、文书、审计、要告诉的人一起存。</summary>
public sealed class CaseDesk(Database database, PermittedActs acts, MailSettings mail)
{
    /// <summary>审计记录里，申请的各件事的代码这样开头。</summary>
    public const string KindPrefix = "request.";

    internal static readonly Refusal Missing = new("没有这一件申请。");

    internal static readonly Refusal Erased = new("这一件已经过了保管期限，内容抹去了，不能再办。");

    /// <summary>办一件，答复并发的新版本。</summary>
    public async Task<Outcome<long>> Do(PersonId by, CaseInput input, string? key, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, input.Case, cancel) is not { } owner) return Missing;
        var used = key is null ? null : new CommandKey($"request-{key}", new { input.Case, input.Version, input.Action, input.On, content = Fingerprint(input) });
        return await acts.Perform<long>(
            new PermittedAct(by, KindOf(input.Action), CaseWording.Permission(input.Action) ?? Permission.ReadCase, owner) { Key = used },
            scope => Decide(scope, by, owner, input, cancel), cancel);
    }

    /// <summary>先看一件事会出什么文书，不办也不存。送审了、批准了的答复，谁审谁能看拟的答复书。</summary>
    public async Task<Outcome<ImmutableArray<Letter>>> Preview(PersonId by, CaseInput input, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await CaseQueries.Owner(db, input.Case, cancel) is not { } owner) return Missing;
        return await acts.Perform<ImmutableArray<Letter>>(
            new PermittedAct(by, "request.preview-letter", Permission.ReadCase, owner),
            async scope =>
            {
                var row = (await CaseQueries.Shown(scope.Db, input.Case, cancel))!;
                if (await database.Dossiers.Of(scope.Db, row.Subject, cancel) is not { } key) return Erased;
                var calendar = await database.Calendar.Load(scope.Db, cancel);
                var (state, facts) = (row.ToState(key), await CaseReading.Facts(scope.Act, calendar.Days, row, input.Details, cancel) with { Releases = await CaseReleases.Facts(scope.Db, row, key, cancel) });
                var happened = Foreseen(scope, by, owner, state, input, facts);
                if (happened.Refusal is { } refusal) return refusal;
                var letters = await CaseLetters.Compose(scope.Act, scope.Tree, row, key, happened.Value, state.After(happened.Value), input, facts.Calendar, cancel);
                scope.Record(row.Subject, new { preview = input.Action });
                return letters.Refusal is { } incomplete ? incomplete : letters.Value.Select(one => one.Letter).ToImmutableArray();
            },
            cancel);
    }

    // 还在审的答复，按今天就发出来写。
    private static Outcome<CaseEvent> Foreseen(PermittedScope scope, PersonId by, UnitId owner, CaseState state, CaseInput input, CaseFacts facts)
    {
        var held = AccessDecisions.Roles(scope.Who, scope.Today).Where(grounds => grounds.Unit == owner).Select(grounds => grounds.Role);
        var role = CaseRoles.For(state.Stage, input.Action, held);
        if (input.Action == CaseAction.SendAnswer && state.Draft is not null)
            return new CaseEvent { Number = state.EventCount + 1, Action = input.Action, From = state.Stage, To = CaseStage.Replied, Role = role, By = by, At = scope.Act.Now, On = scope.Today, Details = input.Details };
        // 案号登记时才编：先看的占个位置。
        var details = input is { Action: CaseAction.Register, Details.Number: null } ? input.Details with { Number = "（登记时编）" } : input.Details;
        return CaseDecisions.Decide(state, new CaseCommand { Action = input.Action, Role = role, By = by, At = scope.Act.Now, On = input.On, Details = details }, facts);
    }

    /// <summary>审计记录里的代码，例如 <c>request.send-answer</c>。</summary>
    public static string KindOf(CaseAction action) => ActCode.Of(KindPrefix, action);

    private async Task<Outcome<long>> Decide(PermittedScope scope, PersonId by, UnitId owner, CaseInput input, CancellationToken cancel)
    {
        var row = (await CaseQueries.Row(scope.Db, input.Case, cancel))!;
        if (scope.Act.Stale(row, input.Version) is { } stale) return stale;
        var held = AccessDecisions.Roles(scope.Who, scope.Today).Where(grounds => grounds.Unit == owner).ToList();
        var role = CaseRoles.For(row.Stage, input.Action, held.Select(grounds => grounds.Role));
        if (held.Find(grounds => CaseRoles.Of(grounds.Role) == role) is not { } grounds) return new AccessRefusal($"“{input.Action.Caption()}”不是{scope.Grounds.Role.Caption()}办的事。");
        if (grounds.Delegator is { } delegator) scope.Act.ActOnBehalfOf(delegator.Value);
        if (input.Details.Assignee is { } assignee && (await CaseHandlers.Of(scope.Db, owner, scope.Today, cancel)).All(person => person.Id != assignee)) return new Refusal("只能交给本单位能办理申请的人。");
        var command = new CaseCommand { Action = input.Action, Role = role, By = by, At = scope.Act.Now, On = input.On, Details = input.Details };
        var done = await Carry(scope.Act, scope.Tree, row, command, input, cancel);
        return done.Refusal is { } refusal ? IsForOthers(row, command) ? new AccessRefusal(refusal.Reason, refusal.Basis) : refusal : input.Version + 1;
    }

    /// <summary>决定并存好一件事；申请人自己的、系统的也用它。</summary>
    internal async Task<Outcome<CaseEvent>> Carry(ActScope scope, UnitTree tree, RequestCaseRow row, CaseCommand command, CaseInput input, CancellationToken cancel)
    {
        if (await database.Dossiers.Of(scope.Db, row.Subject, cancel) is not { } key) return Erased;
        var calendar = await database.Calendar.Load(scope.Db, cancel);
        // 日历刚变、还没有重算到这一件的，先重算，再办。
        await DeadlineRecomputation.CatchUp(scope, row, key, calendar, cancel);
        if (command is { Action: CaseAction.Register, Details.Number: null })
            command = command with { Details = command.Details with { Number = await CaseNumbers.Next(scope, new UnitId(row.Unit), (row.ReceivedOn ?? scope.Today).Year, cancel) } };
        var (state, facts) = (row.ToState(key), await CaseReading.Facts(scope, calendar.Days, row, command.Details, cancel) with { Releases = await CaseReleases.Facts(scope.Db, row, key, cancel) });
        var decided = CaseDecisions.Decide(state, command, facts);
        if (decided.Refusal is { } refusal) return refusal;
        var after = state.After(decided.Value);
        if (command is { Action: CaseAction.ApproveAnswer, By: { } approver }) await CaseReleases.Approve(scope, row.Id, approver, cancel);
        var letters = await CaseLetters.Write(scope, tree, row, key, decided.Value, after, input, facts.Calendar, cancel);
        if (letters.Refusal is { } incomplete) return incomplete;
        row.Add(key, decided.Value, after, calendar);
        ApplicantNotices.After(scope, mail, row, key, decided.Value);
        await CaseWatching.Moved(scope, tree, mail, row, decided.Value, cancel);
        scope.Record(row.Subject, new { from = decided.Value.From, to = row.Stage, on = command.On, row.Number, due = row.DueOn, row.Outcome, letters = letters.Value });
        return decided.Value;
    }

    // 此时可以办，只是不由这个角色办。
    private static bool IsForOthers(RequestCaseRow row, CaseCommand command) =>
        CaseProcess.Table.Rows.Any(one => one.From == row.Stage && one.Action == command.Action && !one.Roles.Contains(command.Role));

    // 意见、理由里会写着人的事，不明着散列。
    private string Fingerprint(CaseInput input) => Convert.ToHexString(database.Secrets.Fingerprint("request", $"{input.Details}\n{string.Join('、', input.Details.Grounds)}\n{string.Join('\n', input.Fields.Select(field => $"{field.Key}={field.Value}"))}\n{input.LetterNumber}"));
}
