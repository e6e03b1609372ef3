namespace Gongkai.Scanning;

/// <summary>发现：一处不该随文件公开的内容。内容一律遮盖，原值不进入发现、消息与日志。</summary>
/// <param name="Kind">种类。</param>
/// <param name="Severity">级别。</param>
/// <param name="Where">出处，指原文：第几行、第几个表的第几行第几列，或文件的哪个部分。</param>
/// <param name="Excerpt">遮盖后的摘录，例如 138****1234。</param>
/// <param name="Message">给审核人看的一句话：是什么，为什么是这个级别。</param>
public sealed record ScanFinding(ScanKind Kind, ScanSeverity Severity, string Where, string Excerpt, string Message)
{
    /// <summary>在所扫描的文字里从第几个字开始，从 0 起；不是由文字扫出的为空。</summary>
    public int? Offset { get; init; }
}

/// <summary>级别：错误未处置不得发布，警告须逐条看过，提示供参考。</summary>
public enum ScanSeverity
{
    Error,
    Warning,
    Notice,
}

/// <summary>发现的种类；中文名称与输出用的名字见 <see cref="ScanKindNames"/>。</summary>
public enum ScanKind
{
    SecretMark,
    InternalMark,
    CopyNumber,
    ResidentId,
    Mobile,
    Landline,
    BankCard,
    Passport,
    Plate,
    Email,
    Address,
    CreditCode,
    SensitiveFact,
    NamedList,
    HiddenText,
    CoveredText,
    TrackedChange,
    Comment,
    Metadata,
    Location,
    Thumbnail,
    EmbeddedObject,
    ExternalLink,
}
