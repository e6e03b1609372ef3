namespace Gongkai.Web.Access;

/// <summary>端点表的一行：地址模板、方法、在哪一面、谁可以用。</summary>
internal sealed record EndpointRow(string Methods, string Pattern, Surface Surface, string Policy)
{
    /// <summary>公开的页面：进页面缓存，有 ETag，压缩着发。这样的页面不认人，也不能有带防伪标记的表单。</summary>
    public bool Cached { get; init; }

    /// <summary>看外来的年报时也有的：数据中心的各页与接口，各面都要用的，和只有说明的两页。</summary>
    public bool InWorkspace => Surface == Surface.Always || Pattern is "/accessibility" or "/help" || Array.Exists(["/data", "/api/v1/data/", "/openapi/"], start => Pattern.StartsWith(start, StringComparison.Ordinal));

    /// <summary>只在演示与开发时有。</summary>
    public bool DemoOnly { get; init; }
}
