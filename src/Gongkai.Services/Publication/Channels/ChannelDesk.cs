using System.Text;
using Gongkai.Data;
using Gongkai.Data.Acts;
using Gongkai.Data.Mapping.Publication;
using Gongkai.Data.Queries.Publication;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Channels;
using Gongkai.Services.Acting;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.Publication.Channels;

/// <summary>维护渠道账号：登记、改、关停凭“登记台账”；设自动发布凭“发布、定时发布”。</summary>
public sealed class ChannelDesk(Database database, PermittedActs acts)
{
    internal static readonly Refusal Missing = new("没有这个渠道账号。");

    /// <summary>推送的密钥封存时的用途：挪到别的账号名下就拆不开。</summary>
    internal static string Purpose(Guid account) => $"channel/{account}";

    /// <summary>登记一个账号，答复它的标识。已经有同渠道同名而各项也相同的，就是它，不重复；不相同的拒绝，请改原来的。</summary>
    public Task<Outcome<ChannelAccountId>> Add(PersonId by, UnitId unit, ChannelAccountFacts facts, CommandKey? key, CancellationToken cancel) => acts.Perform<ChannelAccountId>(
        new PermittedAct(by, "channel.add", Permission.KeepRegister, unit) { Key = key },
        async scope =>
        {
            if (scope.Tree.At(scope.Today).Find(unit) is null) return new Refusal("这个单位今天不存在。");
            var read = AccountDecisions.Check(facts, scope.Today);
            if (read.Refusal is { } refusal) return refusal;
            if (await ChannelQueries.Same(scope.Db, unit, read.Value, cancel) is { } same)
            {
                if (same.ToAccount().Facts != read.Value) return Taken(read.Value);
                scope.Record(SubjectOf(same.Id), new { unchanged = true });
                return new ChannelAccountId(same.Id);
            }

            var row = new ChannelAccountRow { Id = Guid.CreateVersion7(scope.Act.Now), Unit = unit.Value };
            row.Take(read.Value);
            scope.Db.ChannelAccounts.Add(row);
            scope.Record(SubjectOf(row.Id), new { facts = read.Value });
            return new ChannelAccountId(row.Id);
        },
        cancel);

    /// <summary>改登记的各项，答复并发的新版本。</summary>
    /// <param name="version">页面上看到的并发版本。</param>
    public Task<Outcome<long>> Change(PersonId by, ChannelAccountId id, long version, ChannelAccountFacts facts, CommandKey? key, CancellationToken cancel) =>
        OnAccount(by, id, version, "channel.change", Permission.KeepRegister, null, key, async (scope, row) =>
        {
            if (row.ClosedOn is not null) return new Refusal("这个账号已经关停，不能再改；重新开设的，另登记一个。");
            var read = AccountDecisions.Check(facts, scope.Today);
            if (read.Refusal is { } refusal) return refusal;
            if (await ChannelQueries.Same(scope.Db, new UnitId(row.Unit), read.Value, cancel) is { } same && same.Id != row.Id) return Taken(read.Value);
            var before = row.ToAccount().Facts;
            row.Take(read.Value);
            scope.Record(SubjectOf(row.Id), new { before, after = read.Value });
            return null;
        }, cancel);

    /// <summary>设自动发布，或者改成由人发布。记录里没有密钥。</summary>
    /// <param name="adapter">怎样自动发布；由人发布的为空。</param>
    /// <param name="secret">推送的新密钥；空的不换。</param>
    public Task<Outcome<long>> SetAdapter(PersonId by, ChannelAccountId id, long version, ChannelAdapter? adapter, string? secret, CommandKey? key, CancellationToken cancel) =>
        OnAccount(by, id, version, "channel.set-adapter", Permission.PublishItem, null, key, async (scope, row) =>
        {
            if (row.ClosedOn is not null) return new Refusal("这个账号已经关停，不再自动发布。");
            if (AccountDecisions.CannotSet(adapter, secret, row.Secret is not null) is { } wrong) return wrong;
            row.Take(adapter);
            if (row.Folder is { } folder && await scope.Db.ChannelAccounts.AnyAsync(other => other.Folder == folder && other.Id != row.Id, cancel))
                return new AccountRefusal([new AccountFault(AccountField.Target, $"投放的文件夹“{adapter!.Target}”已经是别的账号的，请换一个名字。")]);
            if (adapter?.Kind != AdapterKind.Webhook) row.Secret = null;
            else if (!string.IsNullOrEmpty(secret)) row.Secret = database.Secrets.Seal(Purpose(row.Id), Encoding.UTF8.GetBytes(secret));
            // 只换了密钥的，也算改过。
            scope.Db.Entry(row).Property(one => one.Adapter).IsModified = true;
            scope.Record(SubjectOf(row.Id), new { adapter, newSecret = adapter is { Kind: AdapterKind.Webhook } && !string.IsNullOrEmpty(secret) });
            return null;
        }, cancel);

    /// <summary>关停，写明哪一天、缘由：不再发布；从前的留着看得见。</summary>
    public Task<Outcome<long>> Close(PersonId by, ChannelAccountId id, long version, DateOnly? on, string? reason, CancellationToken cancel) =>
        OnAccount(by, id, version, "channel.close", Permission.KeepRegister, reason, null, (scope, row) =>
        {
            var closing = AccountDecisions.Close(row.ToAccount(), on, reason, scope.Today);
            if (closing.Refusal is { } refusal) return Task.FromResult<Refusal?>(refusal);
            row.Take(closing.Value);
            scope.Record(SubjectOf(row.Id), new { closing = closing.Value.On });
            return Task.FromResult<Refusal?>(null);
        }, cancel);

    /// <summary>没有送成的一次，现在再送。</summary>
    /// <param name="delivery">投递的编号。</param>
    public async Task<Outcome<bool>> TryAgain(PersonId by, Guid delivery, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        var unit = await db.ChannelDeliveries.Where(row => row.Id == delivery).Join(db.ChannelAccounts, row => row.Account, account => account.Id, (row, account) => (Guid?)account.Unit).SingleOrDefaultAsync(cancel);
        if (unit is null) return new Refusal("没有这一次投递。");
        return await acts.Perform<bool>(
            new PermittedAct(by, "channel.try-again", Permission.KeepRegister, new UnitId(unit.Value)),
            async scope =>
            {
                var row = await scope.Db.ChannelDeliveries.SingleAsync(row => row.Id == delivery, cancel);
                if (row.Outcome is not null || await scope.Db.Outbox.FindAsync([delivery], cancel) is not { } message) return new Refusal("这一次已经了结，不用再送。");
                message.TryAgain(scope.Act.Now);
                scope.Record(new Subject("item", row.Item), new { delivery, account = row.Account });
                return true;
            },
            cancel);
    }

    private async Task<Outcome<long>> OnAccount(
        PersonId by, ChannelAccountId id, long version, string kind, Permission permission, string? reason, CommandKey? key, Func<PermittedScope, ChannelAccountRow, Task<Refusal?>> change, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        if (await db.ChannelAccounts.FindAsync([id.Value], cancel) is not { } found) return Missing;
        return await acts.Perform<long>(
            new PermittedAct(by, kind, permission, new UnitId(found.Unit)) { Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), Key = key },
            async scope =>
            {
                var row = (await scope.Db.ChannelAccounts.FindAsync([id.Value], cancel))!;
                if (scope.Act.Stale(row, version) is { } stale) return stale;
                return await change(scope, row) is { } refusal ? refusal : version + 1;
            },
            cancel);
    }

    private static Subject SubjectOf(Guid account) => new("channel", account);

    private static AccountRefusal Taken(ChannelAccountFacts facts) =>
        new([new AccountFault(AccountField.Name, $"“{facts.Platform}”已经有账号“{facts.Name}”，填的不一样；要改请改原来的。")]);
}
