namespace Gongkai.Web.Portal.Requests;

/// <summary>申请人对自己的一件申请做的：补正、撤回。</summary>
public sealed class CaseInputForm
{
    /// <summary>页面上看到的并发版本。</summary>
    public long Version { get; set; }

    /// <summary>提交的钥匙：按两下、刷新重交的，只算一次。</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>补正的内容；撤回的理由，可以不写。</summary>
    public string? Text { get; set; }
}
