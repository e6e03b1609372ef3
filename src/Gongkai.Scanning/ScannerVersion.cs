using System.Security.Cryptography;
using System.Text;
using Gongkai.Documents;

namespace Gongkai.Scanning;

/// <summary>扫描器的版本：检测项、名单、读文件的办法改了就不同。查验结果记着它，不同的要再查。</summary>
public static class ScannerVersion
{
    private const int Shown = 16;

    /// <summary>现在的版本，十六个小写十六进制字。由两个程序集的编号得出，同样的源代码总是一样，不必有人记得去改。</summary>
    public static string Current { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(
        $"{typeof(ScannerVersion).Module.ModuleVersionId:N}{typeof(DocumentReader).Module.ModuleVersionId:N}")))[..Shown];
}
