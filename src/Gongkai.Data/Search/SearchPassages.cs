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

    public static IEnumerable<string> Split(string body)
    {
        var start = 0;
        for (var count = 1; start < body.Length && count < PerDocument; count++)
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
