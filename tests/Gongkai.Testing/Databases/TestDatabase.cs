using Gongkai.Data;
using Gongkai.Data.Postgres;
using Gongkai.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gongkai.Testing.Databases;

/// <summary>测试用的数据库：各测试各有一个空库，已经升级到本版本；用完即删。</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly string? _name;

    private TestDatabase(TemporaryFolder folder, string? name, DataSettings settings, TestClock clock)
    {
        (_folder, _name, Settings, Clock) = (folder, name, settings, clock);
    }

    /// <summary>打开的数据库；只用 <see cref="CreateEmpty"/> 的测试没有。</summary>
    public Database Database { get; private set; } = null!;

    public DataSettings Settings { get; }

    public TestClock Clock { get; }

    /// <summary>一个已经建好表的空库。</summary>
    public static async Task<TestDatabase> Create(Engine engine) => await Create(engine, await DatabaseTemplate.Of(engine));

    /// <summary>照样板复制的一个库。</summary>
    internal static async Task<TestDatabase> Create(Engine engine, DatabaseTemplate template)
    {
        var test = await CreateFrom(template, engine);
        test.Database = (await DatabaseOpening.Open(test.Settings, test.Clock, CancellationToken.None)).Value;
        return test;
    }

    /// <summary>连表也没有的空库。</summary>
    public static Task<TestDatabase> CreateEmpty(Engine engine) => CreateFrom(template: null, engine);

    private static async Task<TestDatabase> CreateFrom(DatabaseTemplate? template, Engine engine)
    {
        var folder = new TemporaryFolder();
        template?.CopyFiles(folder.Path);
        if (engine == Engine.Sqlite) return new TestDatabase(folder, null, new DataSettings { Folder = folder.Path }, new TestClock());
        var name = $"test_{Guid.NewGuid():N}";
        await OnServer(template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template.Name}");
        var settings = new DataSettings { Folder = folder.Path, Postgres = PostgresCluster.Instance.ConnectionString(name) };
        return new TestDatabase(folder, name, settings, new TestClock());
    }

    /// <summary>直接在库里改，绕过一切：扮演动手脚的人。</summary>
    public async Task Run(string statement)
    {
        await using var db = Database.CreateContext();
        (await db.Database.ExecuteSqlRawAsync(statement)).ShouldBeGreaterThan(0);
    }

    /// <summary>关上数据库，像程序停了一样；之后可以恢复、再打开。</summary>
    public void Close()
    {
        Database?.Dispose();
        if (_name is null) SqliteEngine.CloseIdle(Settings.SqliteFile);
        else PostgresEngine.CloseIdle(Settings.Postgres!);
    }

    /// <summary>服务器上的库没有了，像数据库服务器出了事一样；SQLite 没有服务器，什么也不做。</summary>
    public Task Lose() => _name is null ? Task.CompletedTask : OnServer($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");

    public async ValueTask DisposeAsync()
    {
        Close();
        await Lose();
        _folder.Dispose();
    }

    internal static async Task OnServer(string statement)
    {
        await using var connection = new NpgsqlConnection(PostgresCluster.Instance.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
