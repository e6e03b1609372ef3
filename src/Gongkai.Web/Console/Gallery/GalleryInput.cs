using System.ComponentModel.DataAnnotations;

namespace Gongkai.Web.Console.Gallery;

/// <summary>组件陈列里那张表单填的内容。</summary>
public sealed class GalleryInput
{
    /// <summary>标题。</summary>
    [Required(ErrorMessage = "请填写标题。")]
    public string? Title { get; set; }

    /// <summary>体裁。</summary>
    [Required(ErrorMessage = "请选择体裁。")]
    public string? Genre { get; set; }

    /// <summary>生成日期。</summary>
    [Required(ErrorMessage = "请填写生成日期。")]
    public DateOnly? CreatedOn { get; set; }

    /// <summary>公开属性。</summary>
    [Required(ErrorMessage = "请选择公开属性。")]
    public string? Attribute { get; set; } = "active";

    /// <summary>不公开的理由。</summary>
    public string? Reason { get; set; }

    /// <summary>附件里的个人信息是否已经遮盖。</summary>
    public bool Masked { get; set; }
}
