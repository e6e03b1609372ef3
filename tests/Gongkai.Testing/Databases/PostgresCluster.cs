using System.Diagnostics;

namespace Gongkai.Testing.Databases;

/// <summary>
/// 测试用的 PostgreSQL：一次测试运行临时起一个，只听临时文件夹里的套接字，运行完连文件夹一起删掉。
/// 测试程序被强行结束时，看守它的脚本读到输入的末尾，同样会收尾。
/// </summary>
public sealed class PostgresCluster
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";

    // 测试的数据用完就删，不必落盘：建库、提交都快得多；量收申请的速度时要落盘。
    private const string Script = """
        set -e
        bin=$1; folder=$2; durable=$3
        trap 'kill -INT $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$folder"' EXIT
        "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >/dev/null
        "$bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=$durable -c synchronous_commit=$durable \
          -c full_page_writes=$durable -c max_connections=200 -c shared_buffers=64MB -c autovacuum=off >"$folder/log" 2>&1 &
        server=$!
        until "$bin/pg_isready" -q -h "$folder"; do kill -0 $server; sleep 0.05; done
        echo ready
        read -r _ || true
        """;

    private static readonly Lazy<PostgresCluster> Running = new(Start);

    private PostgresCluster(string folder) => Folder = folder;

    /// <summary>没有装 PostgreSQL 时，说明原因；装了的为空。</summary>
    public static string? Missing { get; } =
        File.Exists(Path.Combine(Binaries, "initdb")) ? null : $"没有安装 postgresql-15（{Binaries} 里没有程序）";

    /// <summary>提交的落盘，像真的服务器一样；量速度的程序在第一次用到之前设上。</summary>
    public static bool IsDurable { get; set; }

    /// <summary>本次运行共用的那一个，第一次用到时起动。</summary>
    public static PostgresCluster Instance => Running.Value;

    /// <summary>套接字所在的文件夹。</summary>
    public string Folder { get; }

    /// <summary>连到其中一个库的连接串。</summary>
    public string ConnectionString(string database) => $"Host={Folder};Username=postgres;Database={database};Maximum Pool Size=20";

    private static PostgresCluster Start()
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-pg-").FullName;
        var start = new ProcessStartInfo { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        // PostgreSQL 不肯以 root 运行。
        var root = Environment.UserName == "root";
        if (root) Process.Start("chown", ["postgres", folder]).WaitForExit();
        start.FileName = root ? "runuser" : "bash";
        foreach (var argument in root ? (string[])["-u", "postgres", "--", "bash"] : []) start.ArgumentList.Add(argument);
        foreach (var argument in (string[])["-c", Script, "postgres-for-tests", Binaries, folder, IsDurable ? "on" : "off"]) start.ArgumentList.Add(argument);
        start.WorkingDirectory = folder;
        var keeper = Process.Start(start)!;
        if (keeper.StandardOutput.ReadLine() != "ready") throw new InvalidOperationException($"PostgreSQL 没有起来，见 {folder}/log。");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            keeper.StandardInput.Close();
            keeper.WaitForExit(TimeSpan.FromSeconds(10));
        };
        return new PostgresCluster(folder);
    }
}
