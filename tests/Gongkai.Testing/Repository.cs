namespace Gongkai.Testing;

/// <summary>测试所在的仓库：根目录、样例，以及旁边的 <c>../shared</c>（可能没有）。</summary>
public static class Repository
{
    /// <summary>仓库根目录：从测试程序所在处向上找到 <c>Gongkai.slnx</c>。</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>旁边的语料目录；没有时为空。</summary>
    public static string? Shared { get; } = FindShared();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
            if (File.Exists(Path.Combine(directory.FullName, "Gongkai.slnx"))) return directory.FullName;
        throw new InvalidOperationException("测试程序不在仓库之内，找不到 Gongkai.slnx。");
    }

    private static string? FindShared()
    {
        // GONGKAI_SHARED 供仓库不在惯常位置时指明语料。
        var named = Environment.GetEnvironmentVariable("GONGKAI_SHARED");
        var path = string.IsNullOrEmpty(named) ? Path.GetFullPath(Path.Combine(Root, "..", "shared")) : named;
        return Directory.Exists(Path.Combine(path, "corpus")) ? path : null;
    }
}
