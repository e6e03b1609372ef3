using Gongkai.Data;
using Gongkai.Data.Keys;
using Gongkai.Data.Postgres;

namespace Gongkai.Testing.Databases;

/// <summary>建好表的样板：一次测试运行每种引擎建一个，各测试照着复制，比逐个升级快得多。</summary>
internal sealed class DatabaseTemplate
{
    public const string Name = "gongkai_template";

    private static readonly Lazy<Task<DatabaseTemplate>> Sqlite = new(() => Make(new DataSettings { Folder = NewFolder() }));
    private static readonly Lazy<Task<DatabaseTemplate>> Postgres = new(MakePostgres);

    private readonly string _folder;

    private DatabaseTemplate(string folder) => _folder = folder;

    public static Task<DatabaseTemplate> Of(Engine engine) => engine == Engine.Sqlite ? Sqlite.Value : Postgres.Value;

    /// <summary>复制库文件，另做一把密钥：各个库是各自独立的一家，封印、口令牌都不相同。</summary>
    public void CopyFiles(string folder)
    {
        foreach (var file in Directory.GetFiles(_folder)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var keys = new DataSettings { Folder = folder }.KeyPath;
        File.Delete(keys);
        KeyFile.Create(keys);
    }

    private static async Task<DatabaseTemplate> MakePostgres()
    {
        await TestDatabase.OnServer($"CREATE DATABASE {Name}");
        var settings = new DataSettings { Folder = NewFolder(), Postgres = PostgresCluster.Instance.ConnectionString(Name) };
        var template = await Make(settings);
        // 有连接的库不能当样板。
        PostgresEngine.CloseIdle(settings.Postgres);
        return template;
    }

    private static async Task<DatabaseTemplate> Make(DataSettings settings)
    {
        using (await Open(settings))
        {
            // 建好就关上：文件里的就是全部。
        }

        return new DatabaseTemplate(settings.Folder);
    }

    private static async Task<Database> Open(DataSettings settings) =>
        (await DatabaseOpening.Open(settings, new TestClock(), CancellationToken.None)).Value;

    private static string NewFolder()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder.Path;
    }
}
