using Gongkai.Web.Components.Forms;

namespace Gongkai.Web.Portal.Requests;

/// <summary>申请人对自己的一件申请做的：补正、撤回、评价、建议公开。</summary>
public sealed class CaseInputForm : FilesInput
{
    /// <summary>页面上看到的并发版本。</summary>
    public long Version { get; set; }

    /// <summary>补正的内容；撤回的理由，可以不写。</summary>
    public string? Text { get; set; }

    /// <summary>评几分。</summary>
    public string? Score { get; set; }

    /// <summary>评价时写的意见。</summary>
    public string? Comment { get; set; }
}
