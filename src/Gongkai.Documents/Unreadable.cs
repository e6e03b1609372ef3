using Gongkai.Law;

namespace Gongkai.Documents;

/// <summary>读不了的理由：每种情形一句话，各格式共用，说的是文件的问题，不说程序的经过。</summary>
internal static class Unreadable
{
    public static Refusal Empty => new(Say("文件是空的", "the file is empty"));

    public static Refusal Special => new(Say("这是管道或设备，不是文件", "this is a pipe or a device, not a file"));

    public static Refusal Binary => new(Say("不是能读的文件：内容不是文字，也不是认得的文档格式", "not a readable file: its content is neither text nor a known document format"));

    public static Refusal Encrypted => new(Say("文件已加密，请解除密码后再读", "the file is encrypted; remove the password first"));

    public static Refusal Missing => new(Say("找不到文件", "there is no such file"));

    public static Refusal Directory => new(Say("这是一个目录，不是文件", "this is a folder, not a file"));

    public static Refusal Forbidden => new(Say("没有读取这个文件的权限", "no permission to read this file"));

    public static Refusal Disk => new(Say("读取文件时磁盘出错", "the disk failed while the file was read"));

    public static Refusal Truncated => new(Say("文件不完整：压缩包的目录缺失，可能没有传完",
        "the file is incomplete: the directory of the archive is missing, perhaps it was not transferred to its end"));

    public static Refusal Archive => new Wordless(Say("这是压缩包，不是文档，请解压后再读", "this is an archive, not a document; unpack it first"));

    public static Refusal TooLarge(long bytes, long limit) =>
        new(Say($"文件太大：{Megabytes(bytes)}，最多读 {Megabytes(limit)}", $"the file is too large: {Megabytes(bytes)}, at most {Megabytes(limit)} are read"));

    public static Refusal TooDeep(int depth) => new(Say($"标记嵌套超过 {depth} 层，不像正常的文档", $"markup nested more than {depth} levels does not look like an ordinary document"));

    public static Refusal TooManyParts(int parts) => new(Say($"压缩包里的部件超过 {parts} 个，不像正常的文档", $"more than {parts} parts in the archive do not look like an ordinary document"));

    public static Refusal InflatesTooMuch(long limit) => new(Say($"压缩包解开后超过 {Megabytes(limit)}，不像正常的文档",
        $"the archive unpacks to more than {Megabytes(limit)}, which does not look like an ordinary document"));

    public static Refusal TooManyBlocks(int blocks) => new(Say($"行、段与单元格超过 {blocks} 个，不像一份报告", $"more than {blocks} lines, paragraphs and cells do not look like a report"));

    public static Refusal TooManyElements(int elements) => new(Say($"网页元素超过 {elements} 个，不像一份报告", $"more than {elements} web elements do not look like a report"));

    public static Refusal Incomplete(string format, string missing) => new(Say($"{format} 文件不完整：缺少{missing}", $"the {format} file is incomplete: it lacks its {missing}"));

    public static Refusal NoText(string kind) => new Wordless(Say($"{kind}里没有文字", $"there is no text in {kind}"));

    /// <summary>网页里没有文字：多半要靠脚本才显示，所以是没有读成，不是没有字。</summary>
    public static Refusal NoTextShown(string kind) => new(Say($"{kind}里没有文字", $"there is no text in {kind}"));

    /// <summary>图片与扫描件上没有认出文字：不是读不了，是没有字。</summary>
    public static Refusal NothingRecognised(string kind) => new Wordless(Say($"{kind}上没有认出文字", $"no text was recognised in {kind}"));

    public static Refusal BrokenJson(long line) => new(Say($"JSON 有语法错误或不完整（第 {line} 行）", $"the JSON has a syntax error or is incomplete (line {line})"));

    public static Refusal TooSlow(TimeSpan limit) => new(Say($"读入超过 {limit.TotalSeconds:0.###} 秒，已停止", $"reading took more than {limit.TotalSeconds:0.###} seconds and was stopped"));

    public static Refusal Damaged(string format) => new(Say($"{format} 文件已损坏，无法读入", $"the {format} file is damaged and cannot be read"));

    public static Refusal NotADocument(string what) => new(Say($"这是{what}，不是能读的文档", $"this is {what}, not a readable document"));

    private static string Megabytes(long bytes) => $"{bytes / 1048576.0:0.#} MB";
}

/// <summary>文件里没有文字（空白的、照片、装着别的文件的压缩包），不是没有读成。</summary>
internal sealed record Wordless(string Reason) : Refusal(Reason);
