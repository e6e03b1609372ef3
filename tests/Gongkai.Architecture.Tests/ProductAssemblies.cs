namespace Gongkai.Architecture.Tests;

/// <summary>编译出来的产品：与测试放在一起的、带文档的各程序集。</summary>
internal static class ProductAssemblies
{
    public static IReadOnlyList<string> Paths { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Gongkai.*.dll")
            .Where(path => !Path.GetFileName(path).Contains("Test", StringComparison.Ordinal) && File.Exists(Path.ChangeExtension(path, ".xml"))),
    ];
}
