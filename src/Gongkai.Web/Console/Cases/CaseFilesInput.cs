using Gongkai.Requests.Files;
using Gongkai.Web.Components.Forms;

namespace Gongkai.Web.Console.Cases;

/// <summary>往案卷里放文件的表单。</summary>
public sealed class CaseFilesInput : FilesInput
{
    /// <summary>作什么用，<see cref="CaseFilePurpose"/>。</summary>
    public string? Purpose { get; set; } = nameof(CaseFilePurpose.Answer);

    /// <summary>证据是第几件事的；不属哪件事的为空。</summary>
    public string? Event { get; set; }
}
