using Gongkai.AnnualReports.Model;
using Gongkai.Law;

namespace Gongkai.AnnualReports.Writing;

/// <summary>把年报写到磁盘上：先写在目标旁边，读回来比较一致，再改成目标的名字。任何一步不成，目标都不动。</summary>
public static class ReportFile
{
    /// <param name="path">目标文件。</param>
    /// <param name="overwrite">目标已经存在时是否覆盖。</param>
    /// <returns>读回来的报告；没有写成时，是一句说明。</returns>
    public static async Task<Outcome<AnnualReport>> SaveAsync(
        AnnualReport report, ReportFormat format, string path, bool overwrite, CancellationToken cancel = default)
    {
        if (Directory.Exists(path)) return new Refusal(Say("这是一个目录，不是文件", "this is a folder, not a file"));
        if (!overwrite && File.Exists(path)) return AlreadyThere;
        var written = ReportWriter.Write(report, format, cancel);
        if (written.Refusal is { } refusal) return refusal;
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            await File.WriteAllBytesAsync(beside, written.Value, cancel);
            var read = ReadBack.Verify(report, await File.ReadAllBytesAsync(beside, cancel), format, cancel);
            if (read.Succeeded) File.Move(beside, path, overwrite);
            return read;
        }
        catch (UnauthorizedAccessException)
        {
            return new Refusal(Say("没有写这个文件的权限", "no permission to write this file"));
        }
        catch (DirectoryNotFoundException)
        {
            return new Refusal(Say("要写到的目录不存在", "the folder to write to does not exist"));
        }
        catch (IOException) when (!overwrite && File.Exists(path))
        {
            return AlreadyThere;
        }
        catch (IOException)
        {
            return new Refusal(Say("这里写不下文件：磁盘已满，或者这个目录不能写", "the file cannot be written here: the disk is full or the folder is not writable"));
        }
        finally
        {
            Remove(beside);
        }
    }

    private static Refusal AlreadyThere => new(Say("文件已经存在，没有覆盖", "the file exists and was not overwritten"));

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // 目录不存在或不可写时，本来就没有写成，不必再说一遍。
        }
    }
}
