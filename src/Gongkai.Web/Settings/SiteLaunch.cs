using Gongkai.Services.AnnualReports.DataCentre;

namespace Gongkai.Web.Settings;

/// <summary>一次启动的参数：由 <c>gongkai serve</c> 或测试给出。</summary>
/// <param name="DataFolder">数据目录：gongkai.json、密钥、数据库所在。</param>
/// <param name="Urls">监听的地址，分号隔开；没有给的，听 http://localhost:5080。</param>
/// <param name="Demo">演示：组件陈列等只在演示时有。</param>
/// <param name="Clock">时钟。</param>
/// <param name="Overrides">盖过文件与环境变量的设置；测试用。</param>
public sealed record SiteLaunch(
    string DataFolder,
    string? Urls,
    bool Demo,
    TimeProvider Clock,
    IReadOnlyDictionary<string, string?>? Overrides = null)
{
    /// <summary>外来的年报：给了的，只开数据中心，别的地址都没有。</summary>
    public ForeignSource? Reports { get; init; }

    /// <summary>外来数据的网站叫什么；设置里写了名称的，用写的。</summary>
    public const string ForeignName = "年报数据（外来）";

    /// <summary>没有给地址时听的地址。</summary>
    public const string DefaultUrls = "http://localhost:5080";
}
