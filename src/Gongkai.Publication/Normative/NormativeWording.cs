namespace Gongkai.Publication.Normative;

/// <summary>文件库的用语，一处写定。</summary>
public static class NormativeWording
{
    /// <summary>种类的说法，与年报表二的行名相同。</summary>
    public static string Caption(this NormativeKind kind) => kind == NormativeKind.Regulation ? "规章" : "行政规范性文件";

    /// <summary>有效性的说法，例如“现行有效”。</summary>
    public static string Caption(this NormativeStatus status) => status switch
    {
        NormativeStatus.NotIssued => "未印发",
        NormativeStatus.NotYetEffective => "尚未施行",
        NormativeStatus.Valid => "现行有效",
        NormativeStatus.Amended => "现行有效（已修改）",
        NormativeStatus.Expired => "已失效",
        _ => "已废止",
    };

    /// <summary>一件事的说法，例如“废止”“有效期延至2031年5月5日”。</summary>
    public static string Caption(this NormativeEvent happened) => happened switch
    {
        NormativeAmended => "修改",
        NormativeEnded { IsRepeal: true } => "废止",
        NormativeEnded => "宣布失效",
        ValidityExtended extended => $"有效期延至{extended.Until:yyyy年M月d日}",
        NormativeKept => "清理后继续有效",
        _ => "更正登记",
    };

    /// <summary>清理结论的说法。</summary>
    public static string Caption(this CleanupResult result) => result switch
    {
        CleanupResult.Keep => "继续有效",
        CleanupResult.Repeal => "废止",
        CleanupResult.DeclareExpired => "宣布失效",
        CleanupResult.Amend => "修改",
        _ => "延长有效期",
    };
}
