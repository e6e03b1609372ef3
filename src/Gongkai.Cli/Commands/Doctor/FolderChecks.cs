namespace Gongkai.Cli.Commands.Doctor;

/// <summary>能不能写：真写一个文件试试，写完就删。</summary>
internal static class FolderChecks
{
    public static HealthCheck Data(string folder)
    {
        var path = Path.GetFullPath(folder);
        // 还没有的数据目录，启动时会建：看它上面最近的那一层能不能写。
        var nearest = path;
        while (!Path.Exists(nearest) && Path.GetDirectoryName(nearest) is { } parent) nearest = parent;
        return Check("data", Say("数据目录可写", "data folder can be written"), nearest, nearest == path ? path : Say($"{path}（还没有，启动时会建）", $"{path} (not there yet, made at the first start)"), Say($"不能写 {nearest}：请改权限，或用 --data 指定别的目录",
            $"{nearest} cannot be written: change its permissions, or name another folder with --data"));
    }

    public static HealthCheck Temporary() =>
        Check("temp", Say("临时目录可写（转换文档）", "temporary folder can be written (to convert documents)"), Path.GetTempPath(), Path.GetTempPath(), Say($"不能写 {Path.GetTempPath()}：请改权限，或设置环境变量 TMPDIR",
            $"{Path.GetTempPath()} cannot be written: change its permissions, or set the environment variable TMPDIR"));

    private static HealthCheck Check(string id, string name, string folder, string found, string remedy)
    {
        var probe = Path.Combine(folder, $".gongkai-{Path.GetRandomFileName()}");
        try
        {
            if (File.Exists(folder)) return HealthCheck.Unusable(id, name, true, found, Say($"{folder} 是一个文件，不是目录：请用 --data 指定别的目录",
                $"{folder} is a file, not a folder: name another folder with --data"));
            using (File.Create(probe, 1, FileOptions.DeleteOnClose))
            {
            }

            return HealthCheck.Fine(id, name, true, found);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return HealthCheck.Unusable(id, name, true, found, remedy);
        }
    }
}
