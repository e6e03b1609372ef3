namespace Gongkai.Bench;

/// <summary>一项的结果：量得的数、应达到的线、两者之比。</summary>
internal static class Figure
{
    /// <summary>越大越好的比值。</summary>
    public static void AtLeast(string what, double value, double bar, string detail) =>
        Console.WriteLine($"{what}：{value:0.00}（线 ≥ {bar}，量得与线之比 {value / bar:0.00}，{(value >= bar ? "达到" : "没有达到")}）。{detail}");

    /// <summary>越小越好的比值。</summary>
    public static void AtMost(string what, double value, double bar, string detail) =>
        Console.WriteLine($"{what}：{value:0.00}（线 ≤ {bar}，量得与线之比 {value / bar:0.00}，{(value <= bar ? "达到" : "没有达到")}）。{detail}");

    public static void NotMeasured(string what, string why) => Console.WriteLine($"{what}：没有量。{why}");
}
