using System.ComponentModel.DataAnnotations;
using Gongkai.Organisations.Units;

namespace Gongkai.Web.Console.Organisations;

/// <summary>单位的一件变动填的：自何日、缘由，以及各种变动要的那几项。</summary>
public class UnitInput
{
    /// <summary>自哪一天起（含）。</summary>
    [Required(ErrorMessage = "请填写自哪一天起。")]
    public DateOnly? From { get; set; }

    /// <summary>缘由或者文件。</summary>
    [Required(ErrorMessage = "请写明缘由或者文件。")]
    public string? Reason { get; set; }

    /// <summary>看到的版本。</summary>
    public long Version { get; set; }
}

/// <summary>更名、设内设机构填的。</summary>
public sealed class UnitNameInput : UnitInput
{
    /// <summary>新的名称。</summary>
    [Required(ErrorMessage = "请填写名称。")]
    public string? Name { get; set; }
}

/// <summary>并入别的单位填的。</summary>
public sealed class UnitMergeInput : UnitInput
{
    /// <summary>承接的单位。</summary>
    [Required(ErrorMessage = "请选择承接的单位。")]
    public string? Into { get; set; }
}

/// <summary>分立填的。</summary>
public sealed class UnitSplitInput : UnitInput
{
    /// <summary>承接的单位之一。</summary>
    [Required(ErrorMessage = "请选择承接的单位。")]
    public string? Into { get; set; }

    /// <summary>承接的单位之二。</summary>
    [Required(ErrorMessage = "分立要有两个以上承接的单位，请选择第二个。")]
    public string? Second { get; set; }

    /// <summary>承接的单位之三。</summary>
    public string? Third { get; set; }

    /// <summary>承接的单位之四。</summary>
    public string? Fourth { get; set; }
}

/// <summary>撤销填的。</summary>
public sealed class UnitAbolishInput : UnitInput
{
    /// <summary>承接职责的单位；没有的为空。</summary>
    public string? Into { get; set; }
}

/// <summary>指定公开工作机构、撤销内设机构填的。</summary>
public sealed class UnitOfficeInput : UnitInput
{
    /// <summary>内设机构。</summary>
    [Required(ErrorMessage = "请选择内设机构。")]
    public string? Office { get; set; }
}

/// <summary>单位本身的几项：设立、改变情况都填。</summary>
public class UnitTraitsInput : UnitInput
{
    /// <summary>简称。</summary>
    public string? ShortName { get; set; }

    /// <summary>层级。</summary>
    [Required(ErrorMessage = "请选择层级。")]
    [EnumDataType(typeof(UnitLevel), ErrorMessage = "请选择层级。")]
    public string? Level { get; set; }

    /// <summary>性质。</summary>
    [Required(ErrorMessage = "请选择性质。")]
    [EnumDataType(typeof(UnitKind), ErrorMessage = "请选择性质。")]
    public string? Kind { get; set; }

    /// <summary>六位行政区划代码。</summary>
    public string? RegionCode { get; set; }

    /// <summary>统一社会信用代码。</summary>
    public string? CreditCode { get; set; }
}

/// <summary>设立单位填的。</summary>
public sealed class UnitEstablishInput : UnitTraitsInput
{
    /// <summary>提交的钥匙：双击只设立一次。</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>全称。</summary>
    [Required(ErrorMessage = "请填写全称。")]
    public string? Name { get; set; }

    /// <summary>上级。</summary>
    [Required(ErrorMessage = "请选择上级。")]
    public string? Superior { get; set; }
}
