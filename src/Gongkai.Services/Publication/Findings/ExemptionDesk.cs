using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Findings;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication.Findings;

/// <summary>豁免的申请、决定与撤销，各留一条审计记录；库里、记录里只有遮盖过的。</summary>
public sealed class ExemptionDesk(Database database, PermittedActs acts, Screenings screenings)
{
    /// <summary>等决定的至多列出几处。</summary>
    public const int Longest = 100;

    /// <summary>申请豁免一处命中。</summary>
    /// <param name="print">哪一处，见 <see cref="ItemFinding.Print"/>。</param>
    /// <param name="reason">为什么应当公开。</param>
    public Task<Outcome<ExemptionId>> Ask(PersonId by, ItemId item, string print, string? reason, CommandKey? key, CancellationToken cancel) =>
        OnItem<ExemptionId>(by, item, "finding.ask-exemption", Permission.DraftItem, reason, key, async (scope, current, screening) =>
        {
            var asked = ExemptionDecisions.Ask(current, screening, print, new ExemptionId(Guid.CreateVersion7(scope.Act.Now)), reason, by, scope.Act.Now);
            if (asked.Refusal is { } refusal) return refusal;
            await scope.Db.Exemptions.AddAsync(ExemptionRow.Of(asked.Value), cancel);
            scope.Record(new Subject("item", item.Value), new { exemption = asked.Value.Id.Value, print, asked.Value.Place, asked.Value.Message });
            return asked.Value.Id;
        }, cancel);

    /// <summary>决定一个申请，答复它的新版本。</summary>
    /// <param name="version">页面上看到的并发版本。</param>
    /// <param name="granted">批准；否则不批准。</param>
    /// <param name="note">看了什么、为什么。</param>
    public Task<Outcome<long>> Decide(PersonId by, ItemId item, ExemptionId exemption, long version, bool granted, string? note, CommandKey? key, CancellationToken cancel) =>
        OnItem<long>(by, item, granted ? "finding.grant-exemption" : "finding.refuse-exemption", Permission.ExemptFinding, note, key, async (scope, current, screening) =>
        {
            if (await scope.Db.Exemptions.SingleOrDefaultAsync(row => row.Id == exemption.Value && row.Item == item.Value, cancel) is not { } row) return new Refusal("没有这个申请。");
            if (scope.Act.Stale(row, version) is { } stale) return stale;
            var decided = ExemptionDecisions.Decide(current, screening, row.ToExemption(), granted, note, by, scope.Act.Now);
            if (decided.Refusal is { } refusal) return refusal;
            row.Take(decided.Value);
            scope.Record(new Subject("item", item.Value), new { exemption = exemption.Value, decided.Value.Print, decided.Value.Standing });
            return version + 1;
        }, cancel);

    /// <summary>撤销批准了的豁免，答复它的新版本：那一处又要处置；已经公开的，随即排上再扫描，列给保密审查的人。</summary>
    /// <param name="version">页面上看到的并发版本。</param>
    /// <param name="reason">缘由。</param>
    public Task<Outcome<long>> Revoke(PersonId by, ItemId item, ExemptionId exemption, long version, string? reason, CommandKey? key, CancellationToken cancel) =>
        OnItem<long>(by, item, "finding.revoke-exemption", Permission.ExemptFinding, reason, key, async (scope, _, _) =>
        {
            if (await scope.Db.Exemptions.SingleOrDefaultAsync(row => row.Id == exemption.Value && row.Item == item.Value, cancel) is not { } row) return new Refusal("没有这个豁免。");
            if (scope.Act.Stale(row, version) is { } stale) return stale;
            var revoked = ExemptionDecisions.Revoke(row.ToExemption(), reason, by, scope.Act.Now);
            if (revoked.Refusal is { } refusal) return refusal;
            row.Take(revoked.Value);
            await scope.Db.PublishedScans.Where(scan => scan.Item == item.Value).ExecuteUpdateAsync(set => set.SetProperty(scan => scan.Scanner, ""), cancel);
            scope.Record(new Subject("item", item.Value), new { exemption = exemption.Value, revoked.Value.Print, revoked.Value.Standing });
            return version + 1;
        }, cancel);

    /// <summary>一个人能决定的单位里，等决定的各处，早申请的在前；内容已经改了的不在其中。</summary>
    public async Task<ImmutableArray<WaitingExemption>> Waiting(CurrentPerson who, CancellationToken cancel)
    {
        var units = who.UnitsWith(Permission.ExemptFinding).Select(unit => unit.Value).ToList();
        if (units.Count == 0) return [];
        await using var db = database.CreateContext();
        var rows = await db.Exemptions.AsNoTracking().Where(row => row.Standing == ExemptionStanding.Asked)
            .Join(db.Items.Where(item => units.Contains(item.Unit)), row => row.Item, item => item.Id, (row, item) => row).OrderBy(row => row.AskedAt).Take(Longest).ToListAsync(cancel);
        var waiting = ImmutableArray.CreateBuilder<WaitingExemption>();
        foreach (var asked in rows.Select(row => row.ToExemption()))
        {
            var item = (await ItemQueries.Find(db, asked.Item, cancel))!;
            var screening = await screenings.Of(db, item, cancel);
            if (screening.Findings.Any(answered => answered.Exemption?.Id == asked.Id)) waiting.Add(new WaitingExemption(asked, item.Latest.Draft.Metadata.Title, ExemptionDecisions.Unfit(item, asked, who.Id)));
        }

        return waiting.ToImmutable();
    }

    private async Task<Outcome<T>> OnItem<T>(
        PersonId by, ItemId item, string kind, Permission permission, string? reason, CommandKey? key, Func<PermittedScope, Item, ItemScreening, Task<Outcome<T>>> work, CancellationToken cancel)
    {
        Item? seen;
        await using (var db = database.CreateContext()) seen = await ItemQueries.Find(db, item, cancel);
        if (seen is null) return ItemRefusals.Missing;
        await screenings.Prepare(seen, FileExaminations.Patience, cancel);
        return await acts.Perform(
            new PermittedAct(by, kind, permission, seen.Unit) { Reason = reason, Key = key },
            async scope =>
            {
                var current = (await ItemQueries.Row(scope.Db, item, cancel))!.ToItem();
                return await work(scope, current, await screenings.Of(scope.Db, current, cancel));
            },
            cancel);
    }
}

/// <summary>等决定的一处。</summary>
/// <param name="Asked">申请。</param>
/// <param name="Title">信息的名称。</param>
/// <param name="NotForMe">我为什么不能决定；可以的为空。</param>
public sealed record WaitingExemption(Exemption Asked, string Title, Refusal? NotForMe);
