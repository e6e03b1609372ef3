namespace Gongkai.Web.Console.Cases;

/// <summary>办理表单里的一栏填什么。</summary>
public enum CaseFieldKind
{
    /// <summary>一行字。</summary>
    Line,

    /// <summary>几行字。</summary>
    Area,

    /// <summary>整数。</summary>
    Number,

    /// <summary>日期。</summary>
    Day,

    /// <summary>几项里选一项。</summary>
    Choice,
}
