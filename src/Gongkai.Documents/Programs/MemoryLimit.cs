using System.Runtime.InteropServices;

namespace Gongkai.Documents.Programs;

/// <summary>给子进程的地址空间设上限：恶意的文件只会让它自己失败，不会拖垮整台机器。</summary>
internal static class MemoryLimit
{
    // Linux 的 RLIMIT_AS。
    private const int AddressSpace = 9;

    public static void Apply(int process, long bytes)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess) return;
        var limit = new Limit { Soft = (ulong)bytes, Hard = (ulong)bytes };
        try
        {
            // 进程可能已经结束，那时设不上也无妨。
            _ = SetLimit(process, AddressSpace, in limit, 0);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // 没有这个函数的系统，只靠时间与输出的限度。
        }
    }

    [DllImport("libc", EntryPoint = "prlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetLimit(int process, int resource, in Limit limit, nint previous);

    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
