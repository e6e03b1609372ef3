namespace Gongkai.Data.Upgrading;

/// <summary>数据文件夹在用：打开着库的程序各占一份，恢复要独占。程序死了，系统自会放开。</summary>
internal sealed class FolderUse : IDisposable
{
    private readonly FileStream _file;

    private FolderUse(FileStream file) => _file = file;

    /// <summary>与别的程序一起用；有人独占着（正在恢复）的为空。</summary>
    public static FolderUse? Together(DataSettings settings) => Open(settings, FileAccess.Read, FileShare.Read);

    /// <summary>独占；有人在用的为空。</summary>
    public static FolderUse? Alone(DataSettings settings) => Open(settings, FileAccess.ReadWrite, FileShare.None);

    public void Dispose() => _file.Dispose();

    private static FolderUse? Open(DataSettings settings, FileAccess access, FileShare share)
    {
        try
        {
            return new FolderUse(new FileStream(settings.UseFile, FileMode.OpenOrCreate, access, share));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
