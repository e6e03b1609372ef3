using System.Collections.Frozen;
using Gongkai.Law;

namespace Gongkai.Publication.Opinions;

/// <summary>征求意见稿的种类。</summary>
public enum DraftKind
{
    /// <summary>规章草案。</summary>
    Regulation,

    /// <summary>行政规范性文件草案。</summary>
    NormativeDocument,

    /// <summary>重大行政决策草案。</summary>
    MajorDecision,

    /// <summary>其他：规划、标准、方案等。</summary>
    Other,
}

/// <summary>征求意见稿的种类的说法与要求，内容在 <c>drafts.csv</c>。</summary>
public static class DraftKinds
{
    private static readonly FrozenDictionary<DraftKind, Entry> Entries = DatedTable.Read("Opinions/drafts.csv", typeof(DraftKinds).Assembly)
        .ToFrozenDictionary(row => Enum.Parse<DraftKind>(row.Text("id")), row => new Entry(row.Text("caption"), row.TextOrNone("minimum") == "yes", row.Text("remark")));

    /// <summary>说法，例如“规章草案”。</summary>
    public static string Caption(this DraftKind kind) => Entries[kind].Caption;

    /// <summary>征求意见有没有最少的天数。</summary>
    public static bool HasMinimum(this DraftKind kind) => Entries[kind].HasMinimum;

    /// <summary>给办事的人看的提醒。</summary>
    public static string Remark(this DraftKind kind) => Entries[kind].Remark;

    private sealed record Entry(string Caption, bool HasMinimum, string Remark);
}
