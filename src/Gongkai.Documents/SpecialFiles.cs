using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Gongkai.Documents;

/// <summary>管道、设备、套接字：打开就可能永远等下去，要在打开之前认出来。</summary>
internal static class SpecialFiles
{
    // Linux 的 statx：结构的布局在各种处理器上相同。
    private const int CurrentDirectory = -100;
    private const uint WantType = 1;
    private const int StructureBytes = 256;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>不是普通的文件；看不出来时为假。</summary>
    public static bool Contains(string path)
    {
        if (!OperatingSystem.IsLinux()) return false;
        var structure = new byte[StructureBytes];
        try
        {
            return Statx(CurrentDirectory, path, 0, WantType, structure) == 0
                && (BinaryPrimitives.ReadUInt16LittleEndian(structure.AsSpan(ModeOffset)) & TypeMask) != RegularFile;
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // 没有这个函数的系统：长度为 0 的照空文件说。
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Statx(int directory, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] result);
}
