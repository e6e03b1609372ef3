using System.ComponentModel.DataAnnotations;

namespace Gongkai.Web.Console.Findings;

/// <summary>申请豁免填的。</summary>
public sealed class ExemptionAsking
{
    /// <summary>为什么应当公开。</summary>
    [Required(ErrorMessage = "请写明为什么这一处应当公开。")]
    public string? Reason { get; set; }

    /// <summary>这一次提交的钥匙：双击只办一次。</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");
}

/// <summary>决定豁免填的。</summary>
public sealed class ExemptionDeciding
{
    /// <summary>批准的代号。</summary>
    public const string Grant = "grant";

    /// <summary>不批准的代号。</summary>
    public const string Refuse = "refuse";

    /// <summary>批准还是不批准。</summary>
    [Required(ErrorMessage = "请选择批准还是不批准。")]
    public string? Decision { get; set; }

    /// <summary>看了什么、为什么。</summary>
    [Required(ErrorMessage = "请写明看了什么、为什么这样决定。")]
    public string? Note { get; set; }

    /// <summary>看到的并发版本。</summary>
    public long Version { get; set; }

    /// <summary>这一次提交的钥匙：双击只办一次。</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");
}

/// <summary>撤销豁免填的。</summary>
public sealed class ExemptionRevoking
{
    /// <summary>缘由。</summary>
    [Required(ErrorMessage = "撤销要写明缘由。")]
    public string? Reason { get; set; }

    /// <summary>看到的并发版本。</summary>
    public long Version { get; set; }

    /// <summary>这一次提交的钥匙：双击只办一次。</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");
}
