using System.Xml.Linq;
using Gongkai.Testing;

namespace Gongkai.Architecture.Tests;

/// <summary>仓库里由人写的源码与工程文件。</summary>
internal static class SourceTree
{
    private static readonly string[] Generated = ["bin", "obj", "node_modules", "dist", ".git"];

    /// <summary>所有工程：src、tests、bench 之下的 .csproj。</summary>
    public static IReadOnlyList<ProjectFile> Projects { get; } =
    [
        .. Files("*.csproj").Order(StringComparer.Ordinal).Select(path => new ProjectFile(path)),
    ];

    /// <summary>某一文件夹之下的源码，默认是 C#，路径相对于仓库根。</summary>
    public static IEnumerable<SourceFile> Sources(string folder, string pattern = "*.cs") =>
        Files(pattern).Select(path => new SourceFile(path)).Where(file => file.RelativePath.StartsWith(folder + "/", StringComparison.Ordinal));

    private static IEnumerable<string> Files(string pattern) =>
        new[] { "src", "tests", "bench" }.Select(folder => Repository.PathOf(folder)).Where(Directory.Exists)
            .SelectMany(folder => Walk(folder, pattern));

    private static IEnumerable<string> Walk(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(sub => !Generated.Contains(Path.GetFileName(sub), StringComparer.Ordinal))
                .SelectMany(sub => Walk(sub, pattern)));
}

/// <summary>一个工程文件。</summary>
internal sealed record ProjectFile(string FullPath)
{
    public string Name => Path.GetFileNameWithoutExtension(FullPath);

    public string Folder => Path.GetDirectoryName(FullPath)!;

    public bool IsProduct => RelativePath.StartsWith("src/", StringComparison.Ordinal);

    public string RelativePath => Path.GetRelativePath(Repository.Root, FullPath).Replace('\\', '/');

    /// <summary>引用的工程的名字。</summary>
    public IEnumerable<string> References => XDocument.Load(FullPath).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    /// <summary>直接引用的包的名字。</summary>
    public IEnumerable<string> Packages => XDocument.Load(FullPath).Descendants("PackageReference")
        .Select(reference => reference.Attribute("Include")!.Value);
}

/// <summary>一个源文件。</summary>
internal sealed record SourceFile(string FullPath)
{
    public string RelativePath => Path.GetRelativePath(Repository.Root, FullPath).Replace('\\', '/');

    public IReadOnlyList<string> Lines { get; } = File.ReadAllLines(FullPath);
}
