using Gongkai.Law;

namespace Gongkai.Documents.Programs;

/// <summary>外部程序：叫什么、由哪个软件包提供、用来做什么。</summary>
/// <param name="Name">可执行文件名，在 PATH 上找。</param>
/// <param name="Package">Debian 软件包名，多个的以空格分开。</param>
/// <param name="Purpose">用来做什么，给人看。</param>
/// <param name="VersionArgument">打印版本的参数。</param>
public sealed record ExternalProgram(string Name, string Package, Bilingual Purpose, string VersionArgument)
{
    /// <summary>是不是必需的；不是的，缺了只少一样功能。</summary>
    public bool Needed { get; init; }

    /// <summary>所在的完整路径；没有安装时为空。</summary>
    public string? Find()
    {
        var name = OperatingSystem.IsWindows() ? Name + ".exe" : Name;
        foreach (var directory in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            if (!Path.IsPathFullyQualified(directory)) continue;
            var path = Path.Combine(directory, name);
            if (File.Exists(path)) return path;
        }

        return null;
    }

    /// <summary>没有安装时的一句话。</summary>
    internal Refusal NotInstalled => new(Say($"缺少 {Name}：请安装 {Package.Replace(" ", "、", StringComparison.Ordinal)}（{Purpose}）", $"{Name} is missing: install {Package} ({Purpose})"));
}
