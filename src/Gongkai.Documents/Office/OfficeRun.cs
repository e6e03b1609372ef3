using Gongkai.Documents.Programs;
using Gongkai.Law;

namespace Gongkai.Documents.Office;

/// <summary>运行一次 LibreOffice：每次用自己的临时目录与配置，互不相扰，用完即删；不执行宏，不取网上的图片。</summary>
internal static class OfficeRun
{
    private const string Profile =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
          <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
          <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
          <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        </oor:items>
        """;

    /// <summary>把若干文件一次转换成同一种格式。</summary>
    /// <param name="extension">文件的扩展名，连点。</param>
    /// <param name="target">目标格式，可以带导出选项，例如 <c>pdf:writer_pdf_Export</c>。</param>
    /// <param name="filter">指定的读法；为空时由 LibreOffice 自己判定。</param>
    /// <returns>与来件同序；没有转换成的为空。整个没有运行成的，是拒绝。</returns>
    public static Outcome<IReadOnlyList<byte[]?>> Convert(
        IReadOnlyList<ReadOnlyMemory<byte>> files, string extension, string target, string? filter, ReadLimits limits, CancellationToken cancel)
    {
        var directory = Directory.CreateTempSubdirectory("gongkai-office-");
        try
        {
            var paths = new List<string>();
            foreach (var (index, file) in files.Index())
            {
                paths.Add(Path.Combine(directory.FullName, $"{index}{extension}"));
                File.WriteAllBytes(paths[^1], file.Span);
            }

            var output = directory.CreateSubdirectory("out").FullName;
            using var run = ProgramRun.Of(Call(directory, output, target, filter, paths, limits), cancel);
            if (run.Ending == ProgramEnding.NotInstalled) return ExternalPrograms.LibreOffice.NotInstalled;
            if (run.Ending == ProgramEnding.TimedOut) return Unreadable.TooSlow(limits.Time);
            var converted = target.Split(':')[0];
            return paths.ConvertAll(path =>
                Load(Path.Combine(output, $"{Path.GetFileNameWithoutExtension(path)}.{converted}"), limits.BinaryBytes));
        }
        finally
        {
            Delete(directory);
        }
    }

    private static ProgramCall Call(
        DirectoryInfo directory, string output, string target, string? filter, List<string> paths, ReadLimits limits)
    {
        var user = directory.CreateSubdirectory("profile").CreateSubdirectory("user").FullName;
        File.WriteAllText(Path.Combine(user, "registrymodifications.xcu"), Profile);
        List<string> arguments =
        [
            "--headless", "--norestore", "--nolockcheck",
            $"-env:UserInstallation={new Uri(Path.Combine(directory.FullName, "profile"))}",
            "--convert-to", target, "--outdir", output,
        ];
        if (filter is not null) arguments.Add($"--infilter={filter}");
        arguments.AddRange(paths);
        return new ProgramCall(ExternalPrograms.LibreOffice, arguments)
        {
            WorkingDirectory = directory.FullName,
            Time = limits.Time,
        };
    }

    private static byte[]? Load(string path, long limit)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length > 0 && file.Length <= limit ? File.ReadAllBytes(path) : null;
    }

    // 刚被结束的进程可能还在写最后几个文件：删不掉就留给系统清理临时目录，不因此而失败。
    private static void Delete(DirectoryInfo directory)
    {
        try
        {
            directory.Delete(recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }
}
