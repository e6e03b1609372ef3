namespace Gongkai.Data.Upgrading;

/// <summary>数据文件夹的锁：升级、恢复时只容一个程序；程序死了，系统自会放开。</summary>
internal sealed class FolderLock : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>占住；别人占着就等，等太久抛 <see cref="IOException"/>。</summary>
    public static async Task<FolderLock> Take(string path, TimeProvider clock, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (clock.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(Interval, clock, cancel);
            }
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
