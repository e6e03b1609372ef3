using Gongkai.Law;

namespace Gongkai.Cli.Frame;

/// <summary>要读的文本：一个文件，写 <c>-</c> 就是标准输入。</summary>
internal static class InputText
{
    public static Outcome<TextReader> Open(CommandFrame frame, string path)
    {
        if (path == "-") return frame.Input;
        try
        {
            return new StreamReader(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Refusal(Say($"找不到文件：{path}。", $"No such file: {path}."));
        }
        catch (UnauthorizedAccessException)
        {
            return new Refusal(Say($"读不了 {path}：没有权限，或者它是一个目录。", $"Cannot read {path}: no permission, or it is a directory."));
        }
    }
}
