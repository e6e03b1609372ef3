using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Law;
using Gongkai.Law.Identifiers;

namespace Gongkai.Publication.Catalogue;

/// <summary>索引号：一条信息在目录里的号。一经生成不再改变，发布机构变了也不变。《政府信息公开目录系统实施指引（试行）》。</summary>
/// <param name="Value">写法，例如“486344515/2024-00013”。</param>
public sealed record IndexNumber(string Value)
{
    public override string ToString() => Value;
}

/// <summary>编索引号的单位：样式里可以用到的几种代码，没有的为空。</summary>
/// <param name="CreditCode">统一社会信用代码，18 位。</param>
/// <param name="ShortCode">自编的短码，字母和数字，例如“yzwlj”。</param>
public sealed record IndexIssuer(string? CreditCode, string? ShortCode);

/// <summary>索引号的样式，可以由各地配置，例如 <c>{机构代码}/{年}-{流水:5}</c>。</summary>
/// <remarks>可用的记号：{机构代码} 信用代码的第 9 至 17 位，{信用代码} 18 位，{短码}，{年} 四位，{月} 两位，{流水:n} 补零到 n 位。流水每年（有 {月} 的每月）从 1 起。</remarks>
public sealed partial class IndexPattern
{
    /// <summary>指引所定的样式：9 位机构代码、4 位年份、5 位流水，共 20 位。</summary>
    public const string Standard = "{机构代码}/{年}-{流水:5}";

    private const int LongestLiteral = 20;

    private readonly ImmutableArray<Part> _parts;

    private IndexPattern(string text, ImmutableArray<Part> parts)
    {
        Text = text;
        _parts = parts;
    }

    /// <summary>样式的写法。</summary>
    public string Text { get; }

    /// <summary>读样式；写错的说明为什么。</summary>
    public static Outcome<IndexPattern> Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var rest = 0;
        foreach (var match in Token().EnumerateMatches(text))
        {
            if (match.Index > rest) parts.Add(new Part(PartKind.Literal, text[rest..match.Index], 0));
            var token = text[(match.Index + 1)..(match.Index + match.Length - 1)];
            if (PartOf(token) is not { } part) return new Refusal($"索引号的样式里没有“{{{token}}}”这个记号。");
            parts.Add(part);
            rest = match.Index + match.Length;
        }

        if (rest < text.Length) parts.Add(new Part(PartKind.Literal, text[rest..], 0));
        return Fault(parts) is { } fault ? new Refusal(fault) : new IndexPattern(text, parts.ToImmutable());
    }

    /// <summary>流水的范围：同一范围里的索引号共用一个流水，存着它最近用到的数。</summary>
    public Outcome<string> SequenceKey(IndexIssuer issuer, DateOnly date) => Write(issuer, date, null);

    /// <summary>下一个索引号，由最近用到的流水决定；还没有用过的是 0。流水用尽的拒绝。</summary>
    public Outcome<IndexNumber> Next(IndexIssuer issuer, DateOnly date, int lastSequence)
    {
        var next = lastSequence + 1;
        var width = _parts.Single(part => part.Kind == PartKind.Sequence).Width;
        if (next.ToString(CultureInfo.InvariantCulture).Length > width) return new Refusal($"索引号的流水只有 {width} 位，已经用尽；请改用更长的样式。");
        var written = Write(issuer, date, next);
        return written.Succeeded ? new IndexNumber(written.Value) : written.Refusal!;
    }

    private Outcome<string> Write(IndexIssuer issuer, DateOnly date, int? sequence)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            if (Value(part, issuer, date, sequence) is not { } value)
                return new Refusal(part.Kind == PartKind.ShortCode ? "这个单位还没有短码，不能编索引号。" : "这个单位还没有统一社会信用代码，不能编索引号。");
            text.Append(value);
        }

        return text.ToString();
    }

    private static string? Value(Part part, IndexIssuer issuer, DateOnly date, int? sequence) => part.Kind switch
    {
        PartKind.Literal => part.Text,
        PartKind.BodyCode => issuer.CreditCode is { Length: CreditCode.Length } code ? code[8..17] : null,
        PartKind.CreditCode => issuer.CreditCode,
        PartKind.ShortCode => issuer.ShortCode,
        PartKind.Year => date.Year.ToString("0000", CultureInfo.InvariantCulture),
        PartKind.Month => date.Month.ToString("00", CultureInfo.InvariantCulture),
        _ => sequence is { } number ? number.ToString(CultureInfo.InvariantCulture).PadLeft(part.Width, '0') : "#",
    };

    private static Part? PartOf(string token) => token switch
    {
        "机构代码" => new Part(PartKind.BodyCode, "", 0),
        "信用代码" => new Part(PartKind.CreditCode, "", 0),
        "短码" => new Part(PartKind.ShortCode, "", 0),
        "年" => new Part(PartKind.Year, "", 0),
        "月" => new Part(PartKind.Month, "", 0),
        ['流', '水', ':', >= '3' and <= '9' and var width] => new Part(PartKind.Sequence, "", width - '0'),
        _ => null,
    };

    private static string? Fault(IReadOnlyCollection<Part> parts)
    {
        int Count(PartKind kind) => parts.Count(part => part.Kind == kind);
        if (Count(PartKind.Sequence) != 1) return "索引号的样式要有一个流水，例如 {流水:5}，3 至 9 位。";
        if (Count(PartKind.Year) != 1) return "索引号的样式要有一个 {年}。";
        if (Count(PartKind.Month) > 1) return "索引号的样式至多有一个 {月}。";
        if (Count(PartKind.BodyCode) + Count(PartKind.CreditCode) + Count(PartKind.ShortCode) != 1)
            return "索引号的样式要有 {机构代码}、{信用代码}、{短码} 之一，才不会与别的单位相同。";
        return parts.Any(part => part.Kind == PartKind.Literal && (part.Text.Length > LongestLiteral || !Separator().IsMatch(part.Text)))
            ? "索引号的样式里，记号之间只用字母、数字、斜线、横线和点。" : null;
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex(@"^[A-Za-z0-9/.\-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Separator();

    private enum PartKind
    {
        Literal,
        BodyCode,
        CreditCode,
        ShortCode,
        Year,
        Month,
        Sequence,
    }

    private sealed record Part(PartKind Kind, string Text, int Width);
}
