using System.ComponentModel.DataAnnotations;

namespace Gongkai.Web.Console.Tokens;

/// <summary>准许令牌填的。</summary>
public sealed class TokenInput
{
    /// <summary>提交的钥匙：双击只准许一个。</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>叫什么。</summary>
    [Required(ErrorMessage = "请写明给哪个程序用。")]
    public string? Name { get; set; }

    /// <summary>持有的人和单位：人员的标识/单位的标识。</summary>
    [Required(ErrorMessage = "请选择由谁持有。")]
    public string? Holder { get; set; }

    /// <summary>到哪一天为止（含）。</summary>
    [Required(ErrorMessage = "请填写有效期到哪一天。")]
    public DateOnly? ValidUntil { get; set; }

    /// <summary>查看信息。</summary>
    public bool ReadItems { get; set; }

    /// <summary>拟稿。</summary>
    public bool WriteDrafts { get; set; }

    /// <summary>查看台账。</summary>
    public bool ReadLedger { get; set; }

    /// <summary>登记台账。</summary>
    public bool WriteRegisters { get; set; }
}
