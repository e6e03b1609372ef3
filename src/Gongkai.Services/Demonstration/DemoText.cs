using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Gongkai.Services.Demonstration;

/// <summary>演示文字的样式，内容在 <c>texts.txt</c>，随机取用的词在 <c>words.txt</c>。</summary>
internal static class DemoText
{
    private static readonly ImmutableDictionary<string, string[]> Words = Lines("words.txt")
        .Select(line => line.Split(["[", "] "], 3, StringSplitOptions.None))
        .ToImmutableDictionary(parts => parts[1], parts => parts[2].Split('|'));

    /// <summary>各种样式，按文件里的顺序。</summary>
    public static ImmutableArray<DemoTemplate> Templates { get; } = Read();

    /// <summary>填好一句：<c>{甲|乙}</c> 随机取一，<c>{表名}</c> 取一个词，<c>{n 低 高}</c> 取一个数，其余照 <paramref name="values"/>。</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values, Random random)
    {
        var filled = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '{')
            {
                filled.Append(text[at]);
                continue;
            }

            var end = Closing(text, at);
            filled.Append(Take(text[(at + 1)..end], values, random));
            at = end;
        }

        return filled.ToString();
    }

    private static string Take(string inside, IReadOnlyDictionary<string, string> values, Random random)
    {
        if (values.TryGetValue(inside, out var value)) return value;
        if (Words.TryGetValue(inside, out var words)) return words[random.Next(words.Length)];
        if (inside.StartsWith("n ", StringComparison.Ordinal))
        {
            var ends = inside.Split(' ');
            return random.Next(Number(ends[1]), Number(ends[2]) + 1).ToString(CultureInfo.InvariantCulture);
        }

        var choices = Choices(inside);
        return choices.Count > 1 ? Fill(choices[random.Next(choices.Count)], values, random) : throw new InvalidOperationException($"演示文字里的“{inside}”不知道是什么。");
    }

    // 选项里还可以有花括号，所以只在最外一层的竖线处切开。
    private static List<string> Choices(string inside)
    {
        List<string> choices = [];
        var (start, depth) = (0, 0);
        for (var at = 0; at <= inside.Length; at++)
        {
            if (at < inside.Length && inside[at] == '{') depth++;
            else if (at < inside.Length && inside[at] == '}') depth--;
            else if (at == inside.Length || (inside[at] == '|' && depth == 0))
            {
                choices.Add(inside[start..at]);
                start = at + 1;
            }
        }

        return choices;
    }

    private static int Closing(string text, int open)
    {
        for (int at = open, depth = 0; at < text.Length; at++)
        {
            if (text[at] == '{') depth++;
            else if (text[at] == '}' && --depth == 0) return at;
        }

        throw new InvalidOperationException($"演示文字“{text}”的花括号不成对。");
    }

    private static ImmutableArray<DemoTemplate> Read()
    {
        var templates = ImmutableArray.CreateBuilder<DemoTemplate>();
        List<(string Key, string Value)> lines = [];
        foreach (var line in Lines("texts.txt").Append("= "))
        {
            if (line[0] == '=' && lines.Count > 0)
            {
                templates.Add(DemoTemplate.Of(lines));
                lines.Clear();
            }

            if (line[0] != '=' && line.Split(": ", 2) is [var key, var value]) lines.Add((key, value));
        }

        return templates.ToImmutable();
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(DemoText).Assembly.GetManifestResourceStream($"Demonstration/{name}") ?? throw new InvalidOperationException($"程序没有带上 {name}。");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }
}

/// <summary>一种演示信息的样式。</summary>
/// <param name="Units">哪些单位用：<c>*</c> 都用，<c>!甲</c> 除甲以外都用，否则只是列出的。</param>
/// <param name="Weight">相对的多少。</param>
/// <param name="Months">只在哪几个月；空的不限。</param>
/// <param name="Lets">先取定、后面各处相同的词。</param>
/// <param name="Parts">正文的各块：种类与文字。</param>
internal sealed record DemoTemplate(
    string Units, int Weight, ImmutableArray<int> Months, string Category, string Genre, string Title, string Summary,
    ImmutableArray<(string Name, string Text)> Lets, ImmutableArray<(string Kind, string Text)> Parts, ImmutableArray<string> Attachments)
{
    private static readonly string[] Body = ["p", "h", "columns", "rows", "row"];

    public static DemoTemplate Of(IReadOnlyList<(string Key, string Value)> lines)
    {
        string One(string key) => lines.Single(line => line.Key == key).Value;
        return new DemoTemplate(
            One("for"),
            int.Parse(One("weight"), CultureInfo.InvariantCulture),
            [.. lines.Where(line => line.Key == "month").SelectMany(line => line.Value.Split(' ')).Select(month => int.Parse(month, CultureInfo.InvariantCulture))],
            One("category"), One("genre"), One("title"), One("summary"),
            [.. lines.Where(line => line.Key == "let").Select(line => line.Value.Split(' ', 2)).Select(parts => (parts[0], parts[1]))],
            [.. lines.Where(line => Body.Contains(line.Key, StringComparer.Ordinal))],
            [.. lines.Where(line => line.Key == "attach").Select(line => line.Value)]);
    }

    /// <summary>这个单位在这个月用不用。</summary>
    public bool Suits(string unit, int month) =>
        (Months.IsEmpty || Months.Contains(month))
        && (Units == "*" || (Units[0] == '!' ? Units[1..] != unit : Units.Split(' ').Contains(unit, StringComparer.Ordinal)));
}
