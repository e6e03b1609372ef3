namespace Gongkai.Scanning;

/// <summary>种类的名称（给人看）与代号（写进 JSON），只在这里写一遍。</summary>
public static class ScanKindNames
{
    private static readonly Bilingual[] Captions =
    [
        ("密级标志", "secrecy mark"), ("内部标志", "internal mark"), ("份号", "copy number"), ("居民身份证号", "identity number"), ("手机号码", "mobile number"), ("固定电话", "telephone number"), ("银行卡号", "bank card number"), ("护照或通行证号", "passport or travel permit number"),
        ("车牌号", "number plate"), ("电子邮箱", "e-mail address"), ("住址", "home address"), ("统一社会信用代码", "unified social credit code"), ("敏感个人情况", "sensitive personal fact"), ("人员名单", "list of people"), ("隐藏文字", "hidden text"), ("被遮盖的文字", "covered text"),
        ("修订痕迹", "tracked change"), ("批注", "comment"), ("文件属性", "file property"), ("拍摄位置", "place of a picture"), ("缩略图", "thumbnail"), ("嵌入对象", "embedded object"), ("外部链接", "external link"),
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
        ScanSeverity.Error => Say("错误", "Error"),
        ScanSeverity.Warning => Say("警告", "Warning"),
        _ => Say("提示", "Notice"),
    };
}
