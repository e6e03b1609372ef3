using System.ComponentModel.DataAnnotations;
using Gongkai.Requests.Process;
using Gongkai.Web.Portal.Requests;

namespace Gongkai.Web.Console.Cases;

/// <summary>录入一件申请填的：申请表上的各项，加上怎样到的、哪一天、凭什么。</summary>
public sealed class CaseEntryInput : ApplyInput
{
    /// <summary>怎样到的，<see cref="ReceiptWay"/>。</summary>
    [Required(ErrorMessage = "请选择怎样到的。")]
    public string? Way { get; set; } = nameof(ReceiptWay.InPerson);

    /// <summary>到的那一天。</summary>
    [Required(ErrorMessage = "请填写哪一天到的。")]
    public DateOnly? On { get; set; }

    /// <summary>证据。</summary>
    [StringLength(CaseActInput.LongestLine, ErrorMessage = "证据不超过 200 个字。")]
    public string? Evidence { get; set; }
}
