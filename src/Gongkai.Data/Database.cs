using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using Gongkai.Data.Acts;
using Gongkai.Data.Attachments;
using Gongkai.Data.Audit;
using Gongkai.Data.Backup;
using Gongkai.Data.Keys;
using Gongkai.Data.PersonalData;
using Gongkai.Data.Postgres;
using Gongkai.Data.Queries.Calendars;
using Gongkai.Data.Search;
using Gongkai.Data.Sqlite;
using Gongkai.Data.Upgrading;
using Gongkai.Law;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Data;

/// <summary>一个已经打开、升级到本版本的数据库。整个程序一个；各服务从它取得 <see cref="Acts"/> 与查询用的上下文。</summary>
public sealed class Database : IDisposable
{
    private readonly DbContextOptions<GongkaiDbContext> _options;

    // 上下文用完还回来再用：新做一个的工夫抵得上一次查询。
    private readonly PooledDbContextFactory<GongkaiDbContext> _contexts;

    // SQLite 一次只容一个人写：在程序之内排队，比各自去撞锁、等待、再试要快，也公平。
    private readonly SemaphoreSlim? _writeTurn;

    // 正在做的一批事；随调用走，别的请求看不见。
    private readonly AsyncLocal<ActBatch?> _batch = new();

    private readonly FolderUse _use;
    private readonly TimeProvider _clock;

    internal Database(DataSettings settings, FolderUse use, KeyFile keys, UpgradeResult upgraded, TimeProvider clock)
    {
        (Settings, _use, Keys, _clock) = (settings, use, keys, clock);
        (UpgradedFrom, SchemaVersion) = (upgraded.From, upgraded.To);
        _options = OptionsFor(settings);
        _contexts = new PooledDbContextFactory<GongkaiDbContext>(_options);
        _writeTurn = settings.Engine == Engine.Sqlite ? new SemaphoreSlim(1, 1) : null;
        AttachmentStore = settings.CreateAttachmentStore(clock);
        Attachments = new AttachmentIntake(AttachmentStore);
        Acts = new ActRunner(this, clock);
        Secrets = new SecretKeeper(keys);
        Dossiers = new DossierKeys(keys);
    }

    /// <summary>数据放在哪里。</summary>
    public DataSettings Settings { get; }

    /// <summary>打开时原来是第几版；新建的是 0。</summary>
    public int UpgradedFrom { get; }

    /// <summary>结构的版本。</summary>
    public int SchemaVersion { get; }

    /// <summary>改动数据的唯一办法。</summary>
    public ActRunner Acts { get; }

    /// <summary>收附件、读附件。</summary>
    public AttachmentIntake Attachments { get; }

    internal IAttachmentStore AttachmentStore { get; }

    /// <summary>小件秘密的保管。</summary>
    public SecretKeeper Secrets { get; }

    /// <summary>案卷的钥匙。</summary>
    public DossierKeys Dossiers { get; }

    /// <summary>现行的日历。</summary>
    public CurrentCalendar Calendar { get; } = new();

    internal KeyFile Keys { get; }

    /// <summary>新开一个上下文，供查询；用完释放。</summary>
    public GongkaiDbContext CreateContext() => _batch.Value?.CreateContext() ?? _contexts.CreateDbContext();

    /// <summary>交给依赖注入的选项，与 <see cref="CreateContext"/> 用的是同一份。</summary>
    public DbContextOptions<GongkaiDbContext> ContextOptions => _options;

    /// <summary>核对全部审计链。</summary>
    /// <param name="anchored">从前抄出去的链头；没有的为空表。</param>
    public async Task<AuditReport> VerifyAudit(IReadOnlyList<AuditHead> anchored, CancellationToken cancel)
    {
        await using var db = CreateContext();
        // 边核对边有人写，也不会把新写的当成问题。
        await using var snapshot = await BeginSnapshot(db, cancel);
        return await AuditVerification.Verify(db, Keys.Audit, anchored, cancel);
    }

    /// <summary>核对检索索引与公开的内容。</summary>
    /// <param name="expected">由库里一批批取出应当查得到的各件；一批取完再取下一批。</param>
    public async Task<ImmutableArray<SearchFault>> VerifySearch(Func<GongkaiDbContext, IAsyncEnumerable<IReadOnlyList<ExpectedEntry>>> expected, CancellationToken cancel)
    {
        await using var db = CreateContext();
        // 应有的与实有的看的是同一刻，边核对边有人发布也不碍事。
        await using var snapshot = await BeginSnapshot(db, cancel);
        return await new SearchVerification(db, cancel).Verify(expected(db));
    }

    /// <summary>核对附件：登记在册的逐个重算散列。</summary>
    public async Task<IReadOnlyList<AttachmentFault>> VerifyAttachments(CancellationToken cancel)
    {
        await using var db = CreateContext();
        return await AttachmentVerification.Verify(db, AttachmentStore, cancel);
    }

    /// <summary>备份成一个文件，含附件，不停机；密钥不在里面。</summary>
    public Task<BackupManifest> BackUp(string path, CancellationToken cancel) =>
        DatabaseBackup.Write(Settings, AttachmentStore, Keys, SchemaVersion, path, _clock.GetUtcNow(), cancel);

    /// <summary>关上：连接也都关掉，不留在连接池里占着文件。</summary>
    public void Dispose()
    {
        if (Settings.Engine == Engine.Sqlite) SqliteEngine.CloseIdle(Settings.SqliteFile);
        else PostgresEngine.CloseIdle(Settings.Postgres!);
        _use.Dispose();
        _writeTurn?.Dispose();
        (AttachmentStore as IDisposable)?.Dispose();
    }

    internal async Task<IDisposable?> TakeWriteTurn(CancellationToken cancel)
    {
        if (_writeTurn is null) return null;
        await _writeTurn.WaitAsync(cancel);
        return new Turn(_writeTurn);
    }

    internal bool IsInBatch => _batch.Value is not null;

    internal async Task<Outcome<T>> InBatch<T>(Func<Task<Outcome<T>>> work, CancellationToken cancel)
    {
        if (IsInBatch) throw new InvalidOperationException("一批之内不能再开一批。");
        using var turn = await TakeWriteTurn(cancel);
        await using var batch = await ActBatch.Begin(Settings, CreateContext(), cancel);
        _batch.Value = batch;
        var outcome = await work();
        if (outcome.Succeeded) await batch.Commit(cancel);
        return outcome;
    }

    /// <summary>一个快照：此后读到的都是这一刻的样子，不拦着别人写。</summary>
    internal static async Task<IDbContextTransaction> BeginSnapshot(GongkaiDbContext db, CancellationToken cancel)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection connection)
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        // EF 开的 SQLite 事务一律占住写锁；只读的快照不必。
        await db.Database.OpenConnectionAsync(cancel);
        return (await db.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancel))!;
    }

    /// <param name="connection">用这个已经开着的连接；为空各开各的。</param>
    internal static DbContextOptions<GongkaiDbContext> OptionsFor(DataSettings settings, DbConnection? connection = null)
    {
        var builder = new DbContextOptionsBuilder<GongkaiDbContext>();
        if (connection is not null) _ = settings.Engine == Engine.Sqlite ? builder.UseSqlite(connection) : builder.UseNpgsql(connection);
        else if (settings.Engine == Engine.Sqlite) SqliteEngine.Configure(builder, settings.SqliteFile);
        else PostgresEngine.Configure(builder, settings.Postgres!);
        return builder.Options;
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
