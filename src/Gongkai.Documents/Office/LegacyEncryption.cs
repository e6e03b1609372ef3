using System.Buffers.Binary;

namespace Gongkai.Documents.Office;

/// <summary>旧式 Word、Excel 文件是否加了打开口令：看它们自己的标志，免得转换出空白或乱码。</summary>
internal static class LegacyEncryption
{
    private const int Sector = 512;

    // Word 的文件信息块：标识 0xA5EC，偏移 10 处的标志字里 0x0100 是“已加密”。
    private const ushort WordMark = 0xA5EC;

    private const int WordFlags = 10;

    private const ushort WordEncrypted = 0x0100;

    // Excel 的记录：0x0809 是开头，加密时紧跟着 0x002F。
    private const ushort SheetStart = 0x0809;

    private const ushort SheetPassword = 0x002F;

    public static bool IsEncrypted(ReadOnlySpan<byte> compound)
    {
        // 流总是从扇区的边界开始。
        for (var at = Sector; at + Sector <= compound.Length; at += Sector)
        {
            var sector = compound.Slice(at, Sector);
            var mark = BinaryPrimitives.ReadUInt16LittleEndian(sector);
            if (mark == WordMark) return (BinaryPrimitives.ReadUInt16LittleEndian(sector[WordFlags..]) & WordEncrypted) != 0;
            if (mark == SheetStart && FollowedByPassword(sector)) return true;
        }

        return false;
    }

    private static bool FollowedByPassword(ReadOnlySpan<byte> sector)
    {
        var next = 4 + BinaryPrimitives.ReadUInt16LittleEndian(sector[2..]);
        return next is >= 8 and <= 20 && BinaryPrimitives.ReadUInt16LittleEndian(sector[next..]) == SheetPassword;
    }
}
