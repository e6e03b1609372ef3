namespace Gongkai.Cli.Commands.Report.Batch;

/// <summary>要做的文件：文件夹里的全部，含下级文件夹，按名字的次序。</summary>
internal static class BatchFiles
{
    /// <param name="source">年报所在的文件夹。</param>
    /// <param name="target">结果的文件夹；它在 <paramref name="source"/> 里面时，结果不算年报。</param>
    /// <returns>相对 <paramref name="source"/> 的路径，一律用正斜线。</returns>
    public static List<string> In(string source, string target)
    {
        var inside = Path.GetFullPath(target) + Path.DirectorySeparatorChar;
        return [.. Directory.EnumerateFiles(source, "*", new EnumerationOptions { RecurseSubdirectories = true })
            .Where(file => !Path.GetFullPath(file).StartsWith(inside, StringComparison.Ordinal))
            // “~$年报.docx”是 Word 打开文件时的锁，不是文件。
            .Where(file => !Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(source, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>文件的大小；已经不在了为 0。</summary>
    public static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
