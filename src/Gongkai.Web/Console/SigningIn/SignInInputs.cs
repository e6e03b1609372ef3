using System.ComponentModel.DataAnnotations;

namespace Gongkai.Web.Console.SigningIn;

/// <summary>登录页填的：登录名和口令。</summary>
public sealed class SignInInput
{
    /// <summary>登录名。</summary>
    [Required(ErrorMessage = "请填写登录名。")]
    public string? LoginName { get; set; }

    /// <summary>口令。</summary>
    [Required(ErrorMessage = "请填写口令。")]
    public string? Password { get; set; }
}

/// <summary>要交一个动态口令或者备用码的地方填的。</summary>
public sealed class CodeInput
{
    /// <summary>动态口令或者备用码。</summary>
    [Required(ErrorMessage = "请填写动态口令。")]
    public string? Code { get; set; }
}

/// <summary>改口令填的。</summary>
public sealed class PasswordInput : IValidatableObject
{
    /// <summary>现在的口令。</summary>
    [Required(ErrorMessage = "请填写现在的口令。")]
    public string? Current { get; set; }

    /// <summary>新口令。</summary>
    [Required(ErrorMessage = "请填写新口令。")]
    public string? Wanted { get; set; }

    /// <summary>再填一遍新口令。</summary>
    [Required(ErrorMessage = "请再填一遍新口令。")]
    public string? Again { get; set; }

    /// <summary>两遍要一样。</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Wanted != Again) yield return new ValidationResult("两遍填的新口令不一样。", [nameof(Again)]);
    }
}

/// <summary>首次设置填的：设置码、第一个单位、第一名系统管理员。</summary>
public sealed class SetupInput : IValidatableObject
{
    /// <summary>设置码。</summary>
    [Required(ErrorMessage = "请填写设置码。")]
    public string? Token { get; set; }

    /// <summary>单位的全称。</summary>
    [Required(ErrorMessage = "请填写单位的全称。")]
    public string? UnitName { get; set; }

    /// <summary>六位行政区划代码；能从名称认出的不必填。</summary>
    [RegularExpression("[0-9]{6}", ErrorMessage = "行政区划代码是六位数字。")]
    public string? RegionCode { get; set; }

    /// <summary>层级；能从名称认出的不必选。</summary>
    public string? Level { get; set; }

    /// <summary>性质；能从名称认出的不必选。</summary>
    public string? Kind { get; set; }

    /// <summary>系统管理员的姓名。</summary>
    [Required(ErrorMessage = "请填写系统管理员的姓名。")]
    public string? PersonName { get; set; }

    /// <summary>系统管理员的登录名。</summary>
    [Required(ErrorMessage = "请填写登录名。")]
    public string? LoginName { get; set; }

    /// <summary>口令。</summary>
    [Required(ErrorMessage = "请填写口令。")]
    public string? Password { get; set; }

    /// <summary>再填一遍口令。</summary>
    [Required(ErrorMessage = "请再填一遍口令。")]
    public string? Again { get; set; }

    /// <summary>已经另存密钥文件。</summary>
    public bool KeysSaved { get; set; }

    /// <summary>两遍口令要一样，密钥文件要另存。</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Password != Again) yield return new ValidationResult("两遍填的口令不一样。", [nameof(Again)]);
        if (!KeysSaved) yield return new ValidationResult("请先另存密钥文件，再勾选这一项。", [nameof(KeysSaved)]);
    }
}

/// <summary>只有一个按钮的表单填的：会话的编号，没有的为空。</summary>
public sealed class SessionInput
{
    /// <summary>会话的编号。</summary>
    public Guid? Session { get; set; }
}
