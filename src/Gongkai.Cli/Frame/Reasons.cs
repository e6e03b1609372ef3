using System.Text.RegularExpressions;

namespace Gongkai.Cli.Frame;

/// <summary>各模块给的理由是中文的一句话；要英文时，常见的换成英文，不常见的照引原话。</summary>
internal static partial class Reasons
{
    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["找不到文件"] = "there is no such file",
        ["文件是空的"] = "the file is empty",
        ["这是管道或设备，不是文件"] = "this is a pipe or a device, not a file",
        ["不是能读的文件：内容不是文字，也不是认得的文档格式"] = "the content is neither text nor a known document format",
        ["文件已加密，请解除密码后再读"] = "the file is encrypted; remove the password first",
        ["这是一个目录，不是文件"] = "this is a folder, not a file",
        ["没有读取这个文件的权限"] = "no permission to read this file",
        ["读取文件时磁盘出错"] = "the disk failed while the file was read",
        ["文件不完整：压缩包的目录缺失，可能没有传完"] = "the file is incomplete; perhaps it was not transferred to its end",
        ["这是压缩包，不是文档，请解压后再读"] = "this is an archive, not a document; unpack it first",
        ["这不是政府信息公开工作年度报告：没有找到标题、六个部分或统计表"] = "this is not an annual report on government information disclosure: no title, sections or tables were found",
        ["文件已经存在，没有覆盖"] = "the file exists and was not overwritten",
        ["没有写这个文件的权限"] = "no permission to write this file",
        ["要写到的目录不存在"] = "the folder to write to does not exist",
        ["这里写不下文件：磁盘已满，或者这个目录不能写"] = "the file cannot be written here: the disk is full or the folder is not writable",
    };

    /// <summary>一句理由，带句号。</summary>
    public static string Sentence(CommandFrame frame, string reason)
    {
        if (frame.Language == Language.Chinese) return reason is [.., '。' or '！' or '？'] ? reason : reason + "。";
        // 命令自己说的话已经是英文。
        if (reason.All(character => character < '⺀')) return reason;
        var bare = reason.TrimEnd('。');
        if (English.TryGetValue(bare, out var english)) return english + ".";
        if (MixedYears().Match(bare) is { Success: true } years) return $"the reports are of different years ({years.Groups[1].Value.Replace("、", ", ", StringComparison.Ordinal)}) and cannot be added up.";
        if (Range().Match(bare) is { Success: true } range) return $"the number must be from {range.Groups[1].Value} to {range.Groups[2].Value}.";
        return $"“{bare}” (told in Chinese only).";
    }

    /// <summary>说的是哪个文件：理由。</summary>
    public static string About(CommandFrame frame, string file, string reason) => $"{file}{frame.Say("：", ": ")}{Sentence(frame, reason)}";

    [GeneratedRegex("^各报告的年度不同（([0-9、]+)）", RegexOptions.NonBacktracking)]
    private static partial Regex MixedYears();

    [GeneratedRegex("数应在 ([0-9]+) 到 ([0-9]+) 之间$", RegexOptions.NonBacktracking)]
    private static partial Regex Range();
}
