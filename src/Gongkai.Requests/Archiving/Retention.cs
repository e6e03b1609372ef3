using System.Globalization;
using Gongkai.Law;
using Gongkai.Requests.Process;

namespace Gongkai.Requests.Archiving;

/// <summary>保管期限：过了的，可以抹去案卷里的文字和申请人的个人信息，计数要用的日期和结局留着。条例第四十五条。</summary>
public static class Retention
{
    /// <summary>设置的名称：整个网站的一份，单位可以另有自己的一份。</summary>
    public const string SettingName = "requests.retention-years";

    /// <summary>没有设的几年。</summary>
    public const int Standard = 10;

    /// <summary>最少几年（含）。</summary>
    public const int Shortest = 1;

    /// <summary>最多几年（含）。</summary>
    public const int Longest = 100;

    /// <summary>读设置的值；写得不对的为空。</summary>
    public static int? Parse(string? value) => string.IsNullOrWhiteSpace(value) ? Standard
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= Shortest and <= Longest ? years : null;

    /// <summary>到哪一天（含）起可以抹去：自办结的第二年一月一日起算。</summary>
    /// <param name="resultOn">答复日、终止日。</param>
    /// <param name="years">保管几年。</param>
    public static DateOnly ErasableFrom(DateOnly resultOn, int years) => new(resultOn.Year + 1 + years, 1, 1);

    /// <summary>现在不能抹去的理由；可以的为空。</summary>
    /// <param name="stage">办到了哪里。</param>
    /// <param name="resultOn">答复日、终止日；没有办结的为空。</param>
    /// <param name="years">保管几年。</param>
    /// <param name="isDisputed">有还没有审结的复议、诉讼。</param>
    public static Refusal? Refuse(CaseStage stage, DateOnly? resultOn, int years, bool isDisputed, DateOnly today) =>
        resultOn is not { } ended || stage != CaseStage.Archived ? new Refusal("还没有归档，归档了的才能抹去。")
        : today < ErasableFrom(ended, years) ? new Refusal(string.Create(CultureInfo.InvariantCulture, $"保管期限还没有过：{ErasableFrom(ended, years):yyyy-MM-dd} 起才能抹去。"))
        : isDisputed ? new Refusal("有还没有审结的复议、诉讼，审结以后才能抹去。")
        : null;
}
