using System.ComponentModel.DataAnnotations;
using Gongkai.Organisations.Regions;

namespace Gongkai.Web.Console.Organisations;

/// <summary>登记本地区划代码填的。</summary>
public sealed class LocalRegionInput
{
    /// <summary>由哪个单位管理。</summary>
    [Required(ErrorMessage = "请选择由哪个单位管理。")]
    public string? Unit { get; set; }

    /// <summary>六位数字。</summary>
    [Required(ErrorMessage = "请填写代码。")]
    public string? Code { get; set; }

    /// <summary>名称。</summary>
    [Required(ErrorMessage = "请填写名称。")]
    public string? Name { get; set; }

    /// <summary>相当于哪一级。</summary>
    [Required(ErrorMessage = "请选择相当于哪一级。")]
    [EnumDataType(typeof(RegionLevel), ErrorMessage = "请选择相当于哪一级。")]
    public string? Level { get; set; }

    /// <summary>为什么登记。</summary>
    [Required(ErrorMessage = "请写明为什么登记。")]
    public string? Reason { get; set; }
}
