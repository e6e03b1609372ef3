namespace Gongkai.Services;

/// <summary>一共几页。</summary>
internal static class PageCount
{
    /// <summary>至少一页。</summary>
    public static int Of(long count, int size) => (int)Math.Max(1, (count + size - 1) / size);
}
