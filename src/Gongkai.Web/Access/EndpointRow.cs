namespace Gongkai.Web.Access;

/// <summary>端点表的一行：地址模板、方法、在哪一面、谁可以用。</summary>
internal sealed record EndpointRow(string Methods, string Pattern, Surface Surface, string Policy)
{
    /// <summary>公开的页面：进页面缓存，有 ETag，压缩着发。这样的页面不认人，也不能有带防伪标记的表单。</summary>
    public bool Cached { get; init; }

    /// <summary>只在演示与开发时有。</summary>
    public bool DemoOnly { get; init; }
}
