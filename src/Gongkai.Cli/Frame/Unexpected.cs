namespace Gongkai.Cli.Frame;

/// <summary>意外：把没有料到的异常说成一句话，不带调用栈。</summary>
internal static class Unexpected
{
    public static string Sentence(Exception exception, Language language) => (exception, language) switch
    {
        (FileNotFoundException { FileName: { } file }, Language.Chinese) => $"找不到文件：{file}。",
        (FileNotFoundException { FileName: { } file }, _) => $"No such file: {file}.",
        (DirectoryNotFoundException, Language.Chinese) => "找不到路径中的目录。",
        (DirectoryNotFoundException, _) => "A directory of the path does not exist.",
        (UnauthorizedAccessException, Language.Chinese) => "没有读写的权限，或者那是一个目录。",
        (UnauthorizedAccessException, _) => "No permission, or it is a directory.",
        (IOException, Language.Chinese) => "读写文件时出错，请检查磁盘与文件是否可用。",
        (IOException, _) => "Reading or writing a file failed; check the disk and the file.",
        (OutOfMemoryException, Language.Chinese) => "内存不足，没有做完。",
        (OutOfMemoryException, _) => "Out of memory; the work was not finished.",
        (_, Language.Chinese) => $"程序遇到了没有料到的情况（{exception.GetType().Name}），没有做完。请把命令与所用的文件告诉维护者。",
        (_, _) => $"Something unforeseen happened ({exception.GetType().Name}); the work was not finished. Please report the command and its files.",
    };
}
