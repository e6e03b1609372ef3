using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Data.Acts;

/// <summary>一批事共用的连接与事务：其间新开的上下文都在这个事务里，看得见这一批已经做了的。</summary>
internal sealed class ActBatch : IAsyncDisposable
{
    private readonly GongkaiDbContext _owner;
    private readonly IDbContextTransaction _transaction;
    private readonly PooledDbContextFactory<GongkaiDbContext> _contexts;

    private ActBatch(GongkaiDbContext owner, IDbContextTransaction transaction, PooledDbContextFactory<GongkaiDbContext> contexts) =>
        (_owner, _transaction, _contexts) = (owner, transaction, contexts);

    /// <param name="owner">开着事务的上下文；由这一批来关。</param>
    public static async Task<ActBatch> Begin(DataSettings settings, GongkaiDbContext owner, CancellationToken cancel)
    {
        try
        {
            var transaction = await owner.Database.BeginTransactionAsync(cancel);
            return new ActBatch(owner, transaction, new PooledDbContextFactory<GongkaiDbContext>(Database.OptionsFor(settings, owner.Database.GetDbConnection())));
        }
        catch
        {
            await owner.DisposeAsync();
            throw;
        }
    }

    public GongkaiDbContext CreateContext()
    {
        var db = _contexts.CreateDbContext();
        db.Database.UseTransaction(_transaction.GetDbTransaction());
        return db;
    }

    public Task Commit(CancellationToken cancel) => _transaction.CommitAsync(cancel);

    // 没有提交的，随连接归还时撤销。
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _owner.DisposeAsync();
    }
}

/// <summary>一件事的事务：平常自成一个；在一批之内是一个保存点，没有做成的退回到它，不连累前面做成的。</summary>
internal sealed class ActTransaction : IAsyncDisposable
{
    private const string SavePoint = "act";

    private readonly IDbContextTransaction _transaction;
    private readonly bool _isOwn;
    private bool _isDone;

    private ActTransaction(IDbContextTransaction transaction, bool isOwn) => (_transaction, _isOwn) = (transaction, isOwn);

    public static async Task<ActTransaction> Begin(GongkaiDbContext db, CancellationToken cancel)
    {
        // 一件事没有做成，整个退回去：存的时候不必再设一个保存点，少两趟来回。
        db.Database.AutoSavepointsEnabled = false;
        if (db.Database.CurrentTransaction is not { } outer) return new ActTransaction(await db.Database.BeginTransactionAsync(cancel), isOwn: true);
        await outer.CreateSavepointAsync(SavePoint, cancel);
        return new ActTransaction(outer, isOwn: false);
    }

    public async Task Complete(CancellationToken cancel)
    {
        if (_isOwn) await _transaction.CommitAsync(cancel);
        else await _transaction.ReleaseSavepointAsync(SavePoint, cancel);
        _isDone = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isDone && !_isOwn) await _transaction.RollbackToSavepointAsync(SavePoint);
        if (_isOwn) await _transaction.DisposeAsync();
    }
}
