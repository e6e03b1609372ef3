using System.ComponentModel.DataAnnotations;

namespace Gongkai.Web.Console.Organisations;

/// <summary>任职填的：单位、角色、期间。</summary>
public class AppointmentInput
{
    /// <summary>单位。</summary>
    [Required(ErrorMessage = "请选择单位。")]
    public string? Unit { get; set; }

    /// <summary>角色。</summary>
    [Required(ErrorMessage = "请选择角色。")]
    public string? Role { get; set; }

    /// <summary>第一日（含）。</summary>
    [Required(ErrorMessage = "请填写自哪一天起。")]
    public DateOnly? From { get; set; }

    /// <summary>最后一日（含）；没有定的为空。</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>登记人员填的：姓名、登录名和第一个任职。</summary>
public sealed class PersonInput : AppointmentInput
{
    /// <summary>提交的钥匙：双击只登记一次。</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>姓名。</summary>
    [Required(ErrorMessage = "请填写姓名。")]
    public string? Name { get; set; }

    /// <summary>登录名。</summary>
    [Required(ErrorMessage = "请填写登录名。")]
    public string? LoginName { get; set; }
}

/// <summary>离任、结束任职填的：最后一日，哪个任职。</summary>
public sealed class LastDayInput
{
    /// <summary>任职的编号；离任的为空。</summary>
    public string? Appointment { get; set; }

    /// <summary>最后一日（含）。</summary>
    [Required(ErrorMessage = "请填写最后一日。")]
    public DateOnly? Last { get; set; }
}

/// <summary>发一次性口令填的。</summary>
public sealed class ResetInput
{
    /// <summary>连动态口令一起去掉。</summary>
    public bool DropTotp { get; set; }
}

/// <summary>委托填的。</summary>
public sealed class DelegationInput
{
    /// <summary>委托哪个角色、在哪个单位，写作“角色/单位”。</summary>
    [Required(ErrorMessage = "请选择委托哪个角色。")]
    public string? What { get; set; }

    /// <summary>代行的人的登录名。</summary>
    [Required(ErrorMessage = "请选择由谁代行。")]
    public string? Delegate { get; set; }

    /// <summary>第一日（含）。</summary>
    [Required(ErrorMessage = "请填写自哪一天起。")]
    public DateOnly? First { get; set; }

    /// <summary>最后一日（含）。</summary>
    [Required(ErrorMessage = "请填写到哪一天为止。")]
    public DateOnly? Last { get; set; }

    /// <summary>事由。</summary>
    [Required(ErrorMessage = "请写明事由。")]
    public string? Reason { get; set; }
}
