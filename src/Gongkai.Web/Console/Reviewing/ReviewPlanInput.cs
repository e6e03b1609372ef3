using System.ComponentModel.DataAnnotations;

namespace Gongkai.Web.Console.Reviewing;

/// <summary>改审查程序填的。</summary>
public sealed class ReviewPlanInput
{
    /// <summary>程序。</summary>
    [Required(ErrorMessage = "请选择程序。")]
    public string? Plan { get; set; }

    /// <summary>自哪一天起（含）。</summary>
    [Required(ErrorMessage = "请填写自哪一天起。")]
    public DateOnly? From { get; set; }

    /// <summary>少于三审三校的理由。</summary>
    public string? Reason { get; set; }
}
