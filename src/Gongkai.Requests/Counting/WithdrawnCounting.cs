using Gongkai.Requests.Outcomes;

namespace Gongkai.Requests.Counting;

/// <summary>撤回的申请怎样计：各地口径不一，所以是一项设置；取快照时照当时的，定下了的年度不再变。</summary>
public enum WithdrawnCounting
{
    /// <summary>计入“其他处理”的“其他”。</summary>
    Counted,

    /// <summary>不计：当年收到又撤回的，新收、办理都没有这一件。跨年才撤回的，上年已经计入新收和结转下年度，照样计入“其他”：两年的结转才接得上。</summary>
    Excluded,
}

/// <summary>口径的写法，与一件照口径计不计。</summary>
public static class WithdrawnWays
{
    /// <summary>设置的名称。</summary>
    public const string SettingName = "requests.withdrawn";

    /// <summary>怎样写。</summary>
    public static string Caption(this WithdrawnCounting way) => way == WithdrawnCounting.Counted ? "计入" : "不计入";

    /// <summary>读设置的值；没有设的是计入，写得不对的为空。</summary>
    public static WithdrawnCounting? Parse(string? value) => value?.Trim() switch
    {
        null or "" or "计入" => WithdrawnCounting.Counted,
        "不计入" => WithdrawnCounting.Excluded,
        _ => null,
    };

    /// <summary>照口径不计的一件：当年收到又撤回的。</summary>
    public static bool LeavesOut(this WithdrawnCounting way, CountedCase one) =>
        way == WithdrawnCounting.Excluded && one.Outcome == CaseOutcome.Withdrawn && one.ResultOn?.Year == one.Received.Year;
}
