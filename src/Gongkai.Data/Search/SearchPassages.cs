namespace Gongkai.Data.Search;

/// <summary>把正文切成段：至多 4,000 字一段，尽量在段落、句子的末尾切开。</summary>
internal static class SearchPassages
{
    /// <summary>一件至多几段；再长的，后面的不进索引。</summary>
    public const int PerDocument = 1024;

    // PostgreSQL 的 tsvector 记不下 16,383 以后的位置。
    private const int Longest = 4000;

    // 在最后这些字里找句子的末尾。
    private const int Slack = 500;

    /// <summary>是不是标题那一段。</summary>
    public static bool IsTitle(long passage) => passage % PerDocument == 0;

    /// <summary>正文的各段；没有正文的也有一段，是空的，标题里的词在那里也查得到。</summary>
    public static IEnumerable<string> Split(string body)
    {
        var start = 0;
        for (var count = 1; count == 1 || (start < body.Length && count < PerDocument); count++)
        {
            var end = End(body, start);
            yield return body[start..end];
            start = end;
        }
    }

    private static int End(string body, int start)
    {
        if (body.Length - start <= Longest) return body.Length;
        var window = body.AsSpan(start + Longest - Slack, Slack);
        var at = window.LastIndexOfAny('\n', '。', '；');
        var end = at < 0 ? start + Longest : start + Longest - Slack + at + 1;
        return char.IsLowSurrogate(body[end]) ? end - 1 : end;
    }
}
