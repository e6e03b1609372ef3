using System.Text.RegularExpressions;
using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>敏感个人情况：疾病、残疾、低保、孕情、婚恋、财产、社会关系等，与具体的人连在一起。</summary>
internal static partial class SensitiveFactDetector
{
    /// <summary>同一行里，离人名这么多字以内才算说的是他。</summary>
    private const int Reach = 60;

    private const string Facts =
        "病历|病史|病种|病情|确诊|患有|罹患|癌|肿瘤|艾滋|肝炎|结核|精神病|精神障碍|抑郁|残疾|伤残|低保|特困|五保|孤儿|怀孕|孕期|孕周|孕情|流产|终止妊娠|离异|离婚|丧偶|未婚|婚姻状况|恋爱|" +
        "家庭收入|家庭年收入|财产状况|银行存款|社会关系|宗教信仰|吸毒|戒毒|服刑|刑满|社区矫正|犯罪记录|致贫原因|健康状况";

    public static Detector Instance { get; } = new(
        ScanKind.SensitiveFact,
        "疾病、残疾、低保、孕情、婚恋、财产、社会关系、服刑等字样，与姓名列同表，或与“姓名：”“患者”、姓名加性别、身份证号同在一行",
        "警告",
        "没有提到具体的人的；姓名已经遮盖的",
        text => text.Has(CharTraits.Person) || text.Digits.LongestChain >= 15,
        Find);

    private static void Find(ScanText text, Hits hits)
    {
        if (text.Has(CharTraits.Person))
        {
            FindInTables(text, hits);
            foreach (var anchor in Anchor().EnumerateMatches(text.Text))
                if (NameAt(text, anchor.Index, anchor.Index + anchor.Length) is { Length: > 0 } name) FindBeside(text, hits, anchor.Index, name);
        }

        foreach (var hit in hits.Found.ToList())
            if (hit.Kind == ScanKind.ResidentId) FindBeside(text, hits, hit.Start, "");
    }

    private static void FindInTables(ScanText text, Hits hits)
    {
        if (!TableColumns.MentionNames(text.Text)) return;
        foreach (var table in text.Tables)
            if (TableColumns.Find(table, header => Fact().IsMatch(header)) is { } list)
                Add(hits, list.Start, list.End, $"{Mask.Name(list.Names[0])}等 {list.Names.Count} 人（{string.Join("、", list.Headers)}）");
    }

    private static void FindBeside(ScanText text, Hits hits, int person, string name)
    {
        var before = text.LineBefore(person, Reach);
        var line = text.Text.AsSpan((person - before.Length)..(person + text.LineFrom(person, Reach).Length));
        var facts = Fact().EnumerateMatches(line);
        if (!facts.MoveNext()) return;
        var (start, length) = (person - before.Length + facts.Current.Index, facts.Current.Length);
        Add(hits, Math.Min(start, person), Math.Max(start + length, person), $"{Mask.Name(name)}……{text.Text.AsSpan(start, length)}");
    }

    /// <summary>“姓名”“患者”之后、性别之前的人名；没有时为空。</summary>
    private static string NameAt(ScanText text, int start, int end)
    {
        var isBeforeSex = text.Text[end - 1] is '男' or '女';
        for (int length = 3; length >= 2; length--)
        {
            var name = isBeforeSex ? text.Before(start, length) : text.After(end, length);
            if (name.Length == length && PersonNames.IsName(name)) return name.ToString();
        }

        return "";
    }

    private static void Add(Hits hits, int start, int end, string excerpt) =>
        hits.Add(ScanKind.SensitiveFact, ScanSeverity.Warning, start, end, excerpt, "具体的人与敏感个人情况连在一起：公开前须去标识化");

    [GeneratedRegex(Facts, RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Fact();

    [GeneratedRegex(@"姓\s{0,3}名\s{0,3}[:：]?\s{0,3}|患者\s?|[（(，,、\s][男女](?![性方子士生人童职工孩儿])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Anchor();
}
