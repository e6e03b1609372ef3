using Gongkai.AnnualReports.Reading.Tables;

namespace Gongkai.AnnualReports.Reading.Solving;

/// <summary>数比列少，是粘连，还是有的格子空着、丢了？看不出是粘连就不拆：拆对了也只是碰巧。</summary>
internal static class GluedDigits
{
    /// <param name="values">一行的数。</param>
    /// <param name="digits">各段数字。</param>
    /// <param name="count">应有几列。</param>
    /// <param name="hasSums">本行有没有等式可以验证拆法。</param>
    public static bool AreGlued(ValueRow values, List<string> digits, int count, bool hasSums)
    {
        if (IsCertain(digits)) return true;
        if (values.Tabular && digits.Count > 1) return false;
        // 与标签或文字连写的，多半也是粘着，留作候选。
        if (!hasSums) return digits.Count == 1 && !values.Tabular && values.Tokens.Exists(token => !token.IsBlank && !token.Alone);
        // 只少一段：粘了一处与丢了一格，两样都说得通。
        return digits.Count < count - 1;
    }

    /// <summary>“00”“012”不是数，一定粘着。</summary>
    public static bool IsCertain(List<string> digits) => digits.Exists(run => run.Length > 1 && run[0] == '0');
}
