using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Findings;
using Gongkai.Publication.Review;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication.Channels;
using Gongkai.Services.Publication.Findings;

namespace Gongkai.Services.Publication;

/// <summary>审查与发布：先看权限，再问流程表；办成了，事件、清单、检索、审计一起存。</summary>
public sealed class Reviews(Database database, PermittedActs acts, PublicContent content, Screenings screenings)
{
    /// <summary>审计记录里，信息的各件事的代码这样开头。</summary>
    public const string KindPrefix = "item.";

    /// <summary>办一件，答复并发的新版本。</summary>
    public async Task<Outcome<long>> Do(PersonId by, ReviewRequest request, CommandKey? key, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await ItemQueries.Head(db, request.Item, cancel) is not { } head) return ItemRefusals.Missing;
        if (ReviewWording.Permission(head.Step, request.Action) is not { } permission) return new Refusal($"“{request.Action.Caption()}”由系统自动办理。");
        await screenings.PrepareFor(head.Step, request.Action, request.Item, cancel);
        var act = new PermittedAct(by, KindOf(request.Action), permission, head.Unit) { Reason = request.Text, Key = key };
        var done = await acts.Perform(act, scope => Decide(scope, by, request, cancel), cancel);
        if (done.Succeeded) await content.Announce(cancel);
        return done;
    }

    /// <summary>定本单位的审查程序：自某日起几审几校，少于三审三校的要有理由。</summary>
    public Task<Outcome<ReviewSetting>> SetPlan(PersonId by, UnitId unit, ReviewPlan plan, DateOnly from, string? reason, CancellationToken cancel) =>
        acts.Perform<ReviewSetting>(
            new PermittedAct(by, "review.set-plan", Permission.MaintainColumns, unit) { Reason = reason },
            async scope =>
            {
                var decided = ReviewSetting.Decide(new ReviewSetting(unit, plan, from, by, reason), scope.Today);
                if (decided.Refusal is { } refusal) return refusal;
                if (await scope.Db.ReviewSettings.FindAsync([unit.Value, from], cancel) is { } same) scope.Db.ReviewSettings.Remove(same);
                scope.Db.ReviewSettings.Add(new ReviewSettingRow { Unit = unit.Value, ValidFrom = from, Plan = plan, Person = by.Value, Reason = reason });
                scope.Record(new Subject("unit", unit.Value), new { plan, from });
                return decided.Value;
            },
            cancel);

    /// <summary>一个单位自某日起的各次审查程序，早的在前，连同定的人的姓名。没有定过的是空的：三审三校。</summary>
    public async Task<IReadOnlyList<(ReviewSetting Setting, string By)>> Plans(UnitId unit, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var settings = await ItemQueries.ReviewSettings(db, unit, cancel);
        var names = await DeskQueries.Names(db, [.. settings.Select(setting => setting.By.Value).Distinct()], cancel);
        return [.. settings.OrderBy(setting => setting.From).Select(setting => (setting, names.GetValueOrDefault(setting.By.Value, "")))];
    }

    /// <summary>审计记录里的代码，例如 <c>item.take-back</c>。</summary>
    public static string KindOf(ReviewAction action) => ActCode.Of(KindPrefix, action);

    private async Task<Outcome<long>> Decide(PermittedScope scope, PersonId by, ReviewRequest request, CancellationToken cancel)
    {
        var row = (await ItemQueries.Row(scope.Db, request.Item, cancel))!;
        if (scope.Act.Stale(row, request.Version) is { } stale) return stale;
        var item = row.ToItem();
        if (GroundsFor(scope, item, request.Action) is not { } grounds)
            return new AccessRefusal($"“{request.Action.Caption()}”不是{scope.Grounds.Role.Caption()}办的事。");
        if (grounds.Delegator is { } delegator) scope.Act.ActOnBehalfOf(delegator.Value);
        var command = request.ToCommand(grounds.Role.InReview()!.Value, scope.Act.Now) with { By = by, OnBehalfOf = grounds.OnBehalfOf };
        var stored = await ReviewStep(scope.Act, scope.Tree, row, item, command, screenings, cancel);
        return stored.Refusal is { } refusal ? refusal : request.Version + 1;
    }

    /// <summary>决定并存好一件审查；定时发布也用它。</summary>
    internal static async Task<Outcome<Item>> ReviewStep(ActScope scope, UnitTree tree, ItemRow row, Item item, ReviewCommand command, Screenings screenings, CancellationToken cancel)
    {
        var publisher = tree.At(scope.Today).Find(item.Latest.Draft.Metadata.Publisher);
        if (command.Action is ReviewAction.Publish or ReviewAction.Schedule && item.Index is null)
        {
            var allocated = await IndexAllocation.Next(scope, item, publisher, cancel);
            if (allocated.Refusal is { } noIndex) return noIndex;
            item = item.Apply(allocated.Value);
        }

        var plan = ReviewSetting.On(await ItemQueries.ReviewSettings(scope.Db, item.Unit, cancel), item.Unit, scope.Today);
        var screening = Screenings.Matters(item.State.Step, command.Action) ? await screenings.Of(scope.Db, item, cancel) : ItemScreening.Nothing;
        var facts = ItemDecisions.FactsOf(item, plan, publisher, screening, scope.Today);
        var decided = ReviewDecisions.Decide(item.State, command, facts with { NoteFindings = Screenings.NoteFindings(item.State, command) });
        if (decided.Refusal is { } refusal) return IsForOthers(item, command) ? new AccessRefusal(refusal.Reason, refusal.Basis) : refusal;
        var before = item.State;
        item = item.Apply(decided.Value);
        await ItemSaving.Save(scope, row, item, cancel);
        await ChannelQueue.Tell(scope, item, before, cancel);
        scope.Record(new Subject("item", row.Id), new { from = before.Step, to = item.State.Step, version = decided.Value[0].Version, index = item.Index?.Value });
        return item;
    }

    // 此时可以办，只是不由这个角色办。
    private static bool IsForOthers(Item item, ReviewCommand command) =>
        ReviewProcess.Table.Rows.Any(row => row.From == item.State.Step && row.Action == command.Action && !row.Roles.Contains(command.Role));

    // 一个人可能有几个角色：表里能办这件事的那一个。
    private static AccessGrounds? GroundsFor(PermittedScope scope, Item item, ReviewAction action)
    {
        var held = AccessDecisions.Roles(scope.Who, scope.Today).Where(grounds => grounds.Unit == item.Unit && grounds.Role.InReview() is not null).ToList();
        var role = ReviewDecisions.RoleFor(item.State.Step, action, held.Select(grounds => grounds.Role.InReview()!.Value));
        // 表里谁也不能办的，随便用一个角色去问，由表说出为什么。
        return held.FirstOrDefault(grounds => grounds.Role.InReview() == role) ?? held.FirstOrDefault();
    }
}
