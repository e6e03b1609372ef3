using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.Data;

namespace Gongkai.Cli.Tests.Serve;

/// <summary>另起一个进程的 <c>gongkai serve</c>；用完就 kill −9，不容它收尾。</summary>
internal sealed partial class ServedSite : IAsyncDisposable
{
    private readonly Process _process;

    private ServedSite(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>把库的去处写进数据文件夹里的设置。</summary>
    public static Task Configure(DataSettings settings) =>
        File.WriteAllTextAsync(Path.Combine(settings.Folder, "gongkai.json"), JsonSerializer.Serialize(new { Database = new { settings.Postgres } }));

    /// <summary>启动，等它说出地址。</summary>
    public static async Task<ServedSite> Start(string folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(Application).Assembly.Location, "serve", "--urls", "http://127.0.0.1:0", "--data", folder])
        {
            UseShellExecute = false, RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var line = await process.StandardError.ReadLineAsync(cancel) ?? throw new InvalidOperationException("网站没有启动。");
        return new ServedSite(process, new Uri(Url().Match(line).Value));
    }

    /// <summary>在 Linux 上就是 SIGKILL。</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    [GeneratedRegex("http://[0-9.:]+", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Url();
}
