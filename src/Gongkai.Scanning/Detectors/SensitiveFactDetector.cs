using System.Buffers;
using System.Text.RegularExpressions;
using Gongkai.Scanning.Reading;

namespace Gongkai.Scanning.Detectors;

/// <summary>敏感个人情况：疾病、残疾、低保、孕情、婚恋、财产、社会关系等，与具体的人连在一起。</summary>
internal static partial class SensitiveFactDetector
{
    /// <summary>同一行里，离人名这么多字以内才算说的是他。</summary>
    private const int Reach = 60;

    /// <summary>提到人的字：姓名、患者、男、女。</summary>
    private static readonly SearchValues<char> Mentions = SearchValues.Create("姓患男女");

    private const string BeforeSex = "（(，,、 \t\u3000";

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
            for (int person = NextMention(text.Text, 0); person >= 0; person = NextMention(text.Text, person + 1))
                if (NameAt(text, person) is { Length: > 0 } name) FindBeside(text, hits, person, name);
        }

        foreach (var hit in hits.Found.ToList())
            if (hit.Kind == ScanKind.ResidentId) FindBeside(text, hits, hit.Start, "");
    }

    private static void FindInTables(ScanText text, Hits hits)
    {
        if (!TableColumns.MentionNames(text.Text)) return;
        foreach (var table in text.Tables)
            if (TableColumns.Find(table, header => Fact().IsMatch(header)) is { } list)
                Add(hits, list.Start, list.End, Say($"{Mask.Name(list.Names[0])}等 {list.Names.Count} 人（{string.Join("、", list.Headers)}）", $"{Mask.Name(list.Names[0])} and more, {list.Names.Count} people ({string.Join(", ", list.Headers)})"));
    }

    private static void FindBeside(ScanText text, Hits hits, int person, ReadOnlySpan<char> name)
    {
        var before = text.LineBefore(person, Reach);
        var line = text.Text.AsSpan((person - before.Length)..(person + text.LineFrom(person, Reach).Length));
        var facts = Fact().EnumerateMatches(line);
        if (!facts.MoveNext()) return;
        var (start, length) = (person - before.Length + facts.Current.Index, facts.Current.Length);
        Add(hits, Math.Min(start, person), Math.Max(start + length, person), $"{Mask.Name(name)}……{text.Text.AsSpan(start, length)}");
    }

    private static int NextMention(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAny(Mentions);
        return found < 0 ? -1 : from + found;
    }

    /// <summary>“姓名”“患者”之后、“，男”之前的人名；没有时为空。</summary>
    private static ReadOnlySpan<char> NameAt(ScanText text, int position)
    {
        var isSex = text.Text[position] is '男' or '女';
        int edge = position;
        if (isSex)
        {
            if (position == 0 || !BeforeSex.Contains(text.Text[position - 1])) return "";
            edge--;
        }
        else
        {
            var label = Label().Match(text.Text, position, Math.Min(12, text.Text.Length - position));
            if (!label.Success) return "";
            edge += label.Length;
        }

        for (int length = 3; length >= 2; length--)
        {
            var name = isSex ? text.Before(edge, length) : text.After(edge, length);
            if (name.Length == length && PersonNames.IsName(name)) return name;
        }

        return "";
    }

    private static void Add(Hits hits, int start, int end, string excerpt) =>
        hits.Add(ScanKind.SensitiveFact, ScanSeverity.Warning, start, end, excerpt, Say("具体的人与敏感个人情况连在一起：公开前须去标识化",
            "a person together with sensitive facts: de-identify before publication"));

    [GeneratedRegex(Facts, RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Fact();

    [GeneratedRegex(@"\G(?:姓\s{0,3}名|患者)\s{0,3}[:：]?\s{0,3}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Label();
}
