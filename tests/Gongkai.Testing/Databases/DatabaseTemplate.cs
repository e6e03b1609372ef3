using Gongkai.Data;
using Gongkai.Data.Keys;

namespace Gongkai.Testing.Databases;

/// <summary>样板：一次测试运行每种引擎建一个，各测试照着复制，比逐个升级、逐个设立快得多。</summary>
internal sealed class DatabaseTemplate
{
    private static readonly Lazy<Task<DatabaseTemplate>> Sqlite = new(() => Make(Engine.Sqlite, "gongkai_template", sharesKeys: false, _ => Task.CompletedTask));
    private static readonly Lazy<Task<DatabaseTemplate>> Postgres = new(() => Make(Engine.Postgres, "gongkai_template", sharesKeys: false, _ => Task.CompletedTask));

    private readonly string _folder;
    private readonly bool _sharesKeys;

    private DatabaseTemplate(string name, string folder, bool sharesKeys) => (Name, _folder, _sharesKeys) = (name, folder, sharesKeys);

    /// <summary>在数据库服务器上叫什么。</summary>
    public string Name { get; }

    /// <summary>只建好表、什么也没有的。</summary>
    public static Task<DatabaseTemplate> Of(Engine engine) => engine == Engine.Sqlite ? Sqlite.Value : Postgres.Value;

    /// <summary>复制库文件。空的样板另做一把密钥：各个库是各自独立的一家，封印、口令牌都不相同；里面已有记录的，密钥跟着记录走。</summary>
    public void CopyFiles(string folder)
    {
        foreach (var file in Directory.GetFiles(_folder)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        if (_sharesKeys) return;
        var keys = new DataSettings { Folder = folder }.KeyPath;
        File.Delete(keys);
        KeyFile.Create(keys);
    }

    /// <summary>建一个，装上 <paramref name="fill"/> 放进去的。</summary>
    public static async Task<DatabaseTemplate> Make(Engine engine, string name, bool sharesKeys, Func<Database, Task> fill)
    {
        var settings = new DataSettings { Folder = NewFolder() };
        if (engine == Engine.Postgres)
        {
            await TestDatabase.OnServer($"CREATE DATABASE {name}");
            settings = settings with { Postgres = PostgresCluster.Instance.ConnectionString(name) };
        }

        // 建好就关上：SQLite 文件里的就是全部；有连接的 PostgreSQL 库不能当样板。
        using (var database = (await DatabaseOpening.Open(settings, new TestClock(), CancellationToken.None)).Value) await fill(database);
        return new DatabaseTemplate(name, settings.Folder, sharesKeys);
    }

    private static string NewFolder()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder.Path;
    }
}
