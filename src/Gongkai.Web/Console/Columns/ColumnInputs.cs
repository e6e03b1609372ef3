using System.ComponentModel.DataAnnotations;

namespace Gongkai.Web.Console.Columns;

/// <summary>设立栏目填的。</summary>
public sealed class ColumnInput
{
    /// <summary>提交的钥匙：双击只做一次。</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>看到的版本。</summary>
    public long Version { get; set; }

    /// <summary>代码。</summary>
    [Required(ErrorMessage = "请填写代码。")]
    public string? Code { get; set; }

    /// <summary>名称。</summary>
    [Required(ErrorMessage = "请填写名称。")]
    public string? Caption { get; set; }

    /// <summary>上级栏目。</summary>
    [Required(ErrorMessage = "请选择设在哪个栏目之下。")]
    public string? Parent { get; set; }

    /// <summary>只收的法定公开分类。</summary>
    public string? Category { get; set; }

    /// <summary>只收的主题分类。</summary>
    public string? Subject { get; set; }

    /// <summary>只收的体裁。</summary>
    public string? Genre { get; set; }
}

/// <summary>改栏目填的。</summary>
public sealed class ColumnChangeInput
{
    /// <summary>看到的版本。</summary>
    public long Version { get; set; }

    /// <summary>哪个栏目。</summary>
    [Required(ErrorMessage = "请选择栏目。")]
    public string? Code { get; set; }

    /// <summary>做什么：rename、move、hide、show、remove。</summary>
    [Required(ErrorMessage = "请选择做什么。")]
    public string? What { get; set; }

    /// <summary>新的名称。</summary>
    public string? Caption { get; set; }

    /// <summary>移到哪个栏目之下。</summary>
    public string? Parent { get; set; }
}
