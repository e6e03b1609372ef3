namespace Gongkai.Scanning;

/// <summary>种类的中文名称（给人看）与代号（写进 JSON），只在这里写一遍。</summary>
public static class ScanKindNames
{
    private static readonly string[] Captions =
    [
        "密级标志", "内部标志", "份号", "居民身份证号", "手机号码", "固定电话", "银行卡号", "护照或通行证号",
        "车牌号", "电子邮箱", "住址", "统一社会信用代码", "敏感个人情况", "人员名单", "隐藏文字", "被遮盖的文字",
        "修订痕迹", "批注", "文件属性", "拍摄位置", "缩略图", "嵌入对象", "外部链接",
    ];

    /// <summary>中文名称，例如“居民身份证号”。</summary>
    public static string Caption(this ScanKind kind) => Captions[(int)kind];

    /// <summary>代号，例如 residentId；一经使用，永不改变。</summary>
    public static string Code(this ScanKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>级别的代号：error、warning、notice。</summary>
    public static string Code(this ScanSeverity severity) => severity switch
    {
        ScanSeverity.Error => "error",
        ScanSeverity.Warning => "warning",
        _ => "notice",
    };

    /// <summary>级别的中文名称。</summary>
    public static string Caption(this ScanSeverity severity) => severity switch
    {
        ScanSeverity.Error => "错误",
        ScanSeverity.Warning => "警告",
        _ => "提示",
    };
}
