using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Gongkai.Law;

namespace Gongkai.Requests.Outcomes;

/// <summary>认原来的台账里结局的写法：年报格式的行名，和办公室里常用的几种。内容在 <c>outcome-words.csv</c>。</summary>
public static partial class OutcomeWords
{
    private static readonly string[] Classes = ["不予公开", "无法提供", "不予处理", "其他处理", "不再处理"];

    private static readonly FrozenDictionary<string, CaseOutcome> ByWord = DatedTable.Read("Outcomes/outcome-words.csv", typeof(OutcomeWords).Assembly)
        .ToFrozenDictionary(row => Plain(row.Text("word")), row => Enum.Parse<CaseOutcome>(row.Text("outcome")));

    /// <summary>认出结局；认不出的、分不清是哪一种的为空。</summary>
    public static CaseOutcome? Read(string text)
    {
        for (var rest = Unnumbered(text); ;)
        {
            if (ByWord.TryGetValue(Plain(rest), out var outcome)) return outcome;
            if (Classes.FirstOrDefault(one => rest.StartsWith(one, StringComparison.Ordinal)) is not { } group || Plain(rest).Length <= group.Length) return null;
            rest = Unnumbered(rest[group.Length..]);
        }
    }

    // 大类与小类之间的横线、冒号、括号，小类前面的编号，都不是写法的一部分。
    private static string Unnumbered(string text) => Numbering().Replace(text.Trim(), "");

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"^([（(][一二三四五六七八九十]+[)）]|[0-9０-９]+[.．、]|[一二三四五六][、.．]|[\s\-—－:：/／（(])+", RegexOptions.NonBacktracking)]
    private static partial Regex Numbering();
}
