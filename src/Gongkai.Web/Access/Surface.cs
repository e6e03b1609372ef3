namespace Gongkai.Web.Access;

/// <summary>面：一个程序可以只开其中几个，例如门户在外网、后台在内网。</summary>
public enum Surface
{
    /// <summary>门户：给公众看的。</summary>
    Portal,

    /// <summary>后台：给工作人员用的。</summary>
    Console,

    /// <summary>接口：给程序用的。</summary>
    Api,

    /// <summary>各面都要用的：样式、健康检查、错误页、显示偏好。</summary>
    Always,
}
