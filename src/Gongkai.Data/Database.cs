using Gongkai.Data.Acts;
using Gongkai.Data.Keys;
using Gongkai.Data.Postgres;
using Gongkai.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Data;

/// <summary>一个已经打开、升级到本版本的数据库。整个程序一个；各服务从它取得 <see cref="Acts"/> 与查询用的上下文。</summary>
public sealed class Database : IDisposable
{
    private readonly DbContextOptions<GongkaiDbContext> _options;

    // SQLite 一次只容一个人写：在程序之内排队，比各自去撞锁、等待、再试要快，也公平。
    private readonly SemaphoreSlim? _writeTurn;

    internal Database(DataSettings settings, KeyFile keys, TimeProvider clock)
    {
        (Settings, Keys) = (settings, keys);
        _options = OptionsFor(settings);
        _writeTurn = settings.Engine == Engine.Sqlite ? new SemaphoreSlim(1, 1) : null;
        Acts = new ActRunner(this, clock);
    }

    /// <summary>数据放在哪里。</summary>
    public DataSettings Settings { get; }

    /// <summary>改动数据的唯一办法。</summary>
    public ActRunner Acts { get; }

    internal KeyFile Keys { get; }

    /// <summary>新开一个上下文，供查询；用完释放。</summary>
    public GongkaiDbContext CreateContext() => new(_options);

    /// <summary>交给依赖注入的选项，与 <see cref="CreateContext"/> 用的是同一份。</summary>
    public DbContextOptions<GongkaiDbContext> ContextOptions => _options;

    public void Dispose() => _writeTurn?.Dispose();

    internal async Task<IDisposable?> TakeWriteTurn(CancellationToken cancel)
    {
        if (_writeTurn is null) return null;
        await _writeTurn.WaitAsync(cancel);
        return new Turn(_writeTurn);
    }

    internal static DbContextOptions<GongkaiDbContext> OptionsFor(DataSettings settings)
    {
        var builder = new DbContextOptionsBuilder<GongkaiDbContext>();
        if (settings.Engine == Engine.Sqlite) SqliteEngine.Configure(builder, settings.SqliteFile);
        else PostgresEngine.Configure(builder, settings.Postgres!);
        return builder.Options;
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
