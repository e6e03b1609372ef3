using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>人员名单：同一张表里既有姓名，又有证号、电话、账号或住址。</summary>
internal static class NamedListDetector
{
    private static readonly string[] Personal = ["身份证", "证件号", "身份号码", "证号", "电话", "手机", "联系方式", "账号", "帐号", "卡号", "住址", "地址", "住所", "户籍"];

    /// <summary>职务上的联系方式与资格证，本来就要公开。</summary>
    private static readonly string[] Official = ["办公", "单位", "监督", "投诉", "执法", "资格", "执业", "职业", "许可", "工作证", "机构"];

    public static Detector Instance { get; } = new(
        ScanKind.NamedList,
        "表格有姓名列，又有证号、电话、账号、住址任一列，且至少一行填了没有遮盖的姓名和内容：整表算一处",
        "错误；只有办公电话、执法证号一类职务信息的为警告",
        "空白的表样；姓名或号码已经遮盖的行",
        text => text.Has(CharTraits.Person) && TableColumns.MentionNames(text.Text),
        Find);

    private static void Find(ScanText text, Hits hits)
    {
        foreach (var table in text.Tables)
        {
            if (TableColumns.Find(table, IsPersonal) is { } list) Add(text, hits, list, ScanSeverity.Error, Say("名单含姓名与个人信息：整表不得公开，须去标识化",
                "a list of names with personal data: the whole table must not be published before it is de-identified"));
            else if (TableColumns.Find(table, IsOfficial) is { } staff) Add(text, hits, staff, ScanSeverity.Warning, Say("名单含姓名与职务联系方式：请确认都是应当公开的",
                "a list of names with office contacts: confirm that all are to be published"));
        }
    }

    private static void Add(ScanText text, Hits hits, NamedRows list, ScanSeverity severity, string message) =>
        hits.Add(ScanKind.NamedList, severity, list.Start, list.End,
            Say($"{string.Join("、", list.Names.Take(3).Select(name => Mask.Name(name)))}等 {list.Names.Count} 人（{string.Join("、", list.Headers)}）", $"{string.Join(", ", list.Names.Take(3).Select(name => Mask.Name(name)))} and more, {list.Names.Count} people ({string.Join(", ", list.Headers)})"), message);

    private static bool IsPersonal(string header) => Contains(header, Personal) && !Contains(header, Official);

    private static bool IsOfficial(string header) => Contains(header, Personal) && Contains(header, Official);

    private static bool Contains(string header, string[] words) => words.Any(word => header.Contains(word, StringComparison.Ordinal));
}
