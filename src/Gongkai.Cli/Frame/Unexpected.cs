namespace Gongkai.Cli.Frame;

/// <summary>意外：把没有料到的异常说成一句话，不带调用栈。</summary>
internal static class Unexpected
{
    public static string Sentence(Exception exception) => exception switch
    {
        FileNotFoundException { FileName: { } file } => Say($"找不到文件：{file}。", $"No such file: {file}."),
        DirectoryNotFoundException => Say("找不到路径中的目录。", "A directory of the path does not exist."),
        UnauthorizedAccessException => Say("没有读写的权限，或者那是一个目录。", "No permission, or it is a directory."),
        IOException => Say("读写文件时出错，请检查磁盘与文件是否可用。", "Reading or writing a file failed; check the disk and the file."),
        OutOfMemoryException => Say("内存不足，没有做完。", "Out of memory; the work was not finished."),
        _ => Say(
            $"程序遇到了没有料到的情况（{exception.GetType().Name}），没有做完。请把命令与所用的文件告诉维护者。",
            $"Something unforeseen happened ({exception.GetType().Name}); the work was not finished. Please report the command and its files."),
    };
}
