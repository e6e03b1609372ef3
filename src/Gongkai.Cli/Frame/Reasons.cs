namespace Gongkai.Cli.Frame;

/// <summary>各模块给的理由是半句话或一句话，印出来时补成整句。</summary>
internal static class Reasons
{
    /// <summary>一句理由，带句号。</summary>
    public static string Sentence(string reason) => reason is [.., '。' or '！' or '？' or '.' or '!' or '?'] ? reason : reason + Say("。", ".");

    /// <summary>独立成行的一句理由：英文的开头大写。</summary>
    public static string Alone(string reason) => Sentence(reason.Length > 0 ? char.ToUpperInvariant(reason[0]) + reason[1..] : reason);

    /// <summary>说的是哪个文件：理由。</summary>
    public static string About(string file, string reason) => Say($"{file}：{Sentence(reason)}", $"{file}: {Sentence(reason)}");
}
