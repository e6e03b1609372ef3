using Microsoft.AspNetCore.OutputCaching;

namespace Gongkai.Web.Caching;

/// <summary>公开页面的缓存要不要清：发布、撤回、更正之后由服务层叫一声。</summary>
public sealed class PublicPages
{
    private readonly IOutputCacheStore _store;
    private long _generation;

    /// <summary>由容器建立。</summary>
    public PublicPages(IOutputCacheStore store) => _store = store;

    /// <summary>
    /// 第几代：内容每变一次加一，写进缓存的键。变之前已经在做、变之后才做好的页面，存在上一代的键下，再也取不到：
    /// 只靠清缓存，它会在清过之后才存进去，把撤回的信息又给人看一小时。
    /// </summary>
    internal long Generation => Interlocked.Read(ref _generation);

    /// <summary>
    /// 公开的内容变了：本机的页面全部重做。不按条目清：一条信息会出现在首页、目录、检索、订阅与相关条目里，
    /// 漏清一处就是把撤回的信息继续给人看；重做一页只要几毫秒。
    /// </summary>
    public ValueTask ContentChanged(CancellationToken cancellation)
    {
        Interlocked.Increment(ref _generation);
        return _store.EvictByTagAsync(PublicPageCaching.EveryPage, cancellation);
    }
}
