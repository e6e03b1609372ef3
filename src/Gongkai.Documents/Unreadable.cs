using Gongkai.Law;

namespace Gongkai.Documents;

/// <summary>读不了的理由：每种情形一句话，各格式共用，说的是文件的问题，不说程序的经过。</summary>
internal static class Unreadable
{
    public static Refusal Empty { get; } = new("文件是空的");

    public static Refusal Special { get; } = new("这是管道或设备，不是文件");

    public static Refusal Binary { get; } = new("不是能读的文件：内容不是文字，也不是认得的文档格式");

    public static Refusal Encrypted { get; } = new("文件已加密，请解除密码后再读");

    public static Refusal Missing { get; } = new("找不到文件");

    public static Refusal Directory { get; } = new("这是一个目录，不是文件");

    public static Refusal Forbidden { get; } = new("没有读取这个文件的权限");

    public static Refusal Disk { get; } = new("读取文件时磁盘出错");

    public static Refusal Truncated { get; } = new("文件不完整：压缩包的目录缺失，可能没有传完");

    public static Refusal Archive { get; } = new("这是压缩包，不是文档，请解压后再读");

    public static Refusal TooLarge(long bytes, long limit) =>
        new($"文件太大：{Megabytes(bytes)}，最多读 {Megabytes(limit)}");

    public static Refusal TooDeep(int depth) => new($"标记嵌套超过 {depth} 层，不像正常的文档");

    public static Refusal TooManyParts(int parts) => new($"压缩包里的部件超过 {parts} 个，不像正常的文档");

    public static Refusal InflatesTooMuch(long limit) => new($"压缩包解开后超过 {Megabytes(limit)}，不像正常的文档");

    public static Refusal TooManyBlocks(int blocks) => new($"行、段与单元格超过 {blocks} 个，不像一份报告");

    public static Refusal TooManyElements(int elements) => new($"网页元素超过 {elements} 个，不像一份报告");

    public static Refusal Incomplete(string format, string missing) => new($"{format} 文件不完整：缺少{missing}");

    public static Refusal NoText(string kind) => new($"{kind}里没有文字");

    /// <summary>图片与扫描件上没有认出文字：不是读不了，是没有字。</summary>
    public static Refusal NothingRecognised(string kind) => new($"{kind}上没有认出文字");

    public static Refusal BrokenJson(long line) => new($"JSON 有语法错误或不完整（第 {line} 行）");

    public static Refusal TooSlow(TimeSpan limit) => new($"读入超过 {limit.TotalSeconds:0.###} 秒，已停止");

    public static Refusal Damaged(string format) => new($"{format} 文件已损坏，无法读入");

    public static Refusal NotADocument(string what) => new($"这是{what}，不是能读的文档");

    private static string Megabytes(long bytes) => $"{bytes / 1048576.0:0.#} MB";
}
