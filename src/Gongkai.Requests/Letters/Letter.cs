using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Documents.Layout;
using Gongkai.Documents.Word;
using Gongkai.Law;

namespace Gongkai.Requests.Letters;

/// <summary>一份文书：公文样式，标题、文号、称呼、正文、落款。</summary>
/// <param name="Agency">发文的机关。</param>
/// <param name="Title">标题。</param>
/// <param name="Number">文号，例如“云文旅公复〔2025〕3号”；回执等没有文号的为空。</param>
/// <param name="To">称呼。</param>
/// <param name="Paragraphs">正文各段。</param>
/// <param name="Date">成文日期。</param>
public sealed record Letter(string Agency, string Title, string? Number, string To, ImmutableArray<string> Paragraphs, DateOnly Date)
{
    /// <summary>按样子填好。缺了要填的项，说出缺哪几项。</summary>
    /// <param name="template">样子。</param>
    /// <param name="heading">机关、文号、称呼、日期。</param>
    /// <param name="fields">各项的内容，键是项的名字。</param>
    public static Outcome<Letter> Compose(LetterTemplate template, LetterHeading heading, IReadOnlyDictionary<string, string> fields)
    {
        var missing = template.Fields.Where(field => string.IsNullOrWhiteSpace(fields.GetValueOrDefault(field))).ToList();
        if (missing.Count > 0) return new Refusal($"{template.Title}还缺：{string.Join("、", missing)}。");
        // 一项里可以有几段，例如补正的几个事项。
        var paragraphs = template.Paragraphs.Where(paragraph => LetterTemplate.IsDue(paragraph, fields)).SelectMany(paragraph => LetterTemplate.Fill(paragraph, field => fields[field].Trim()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return new Letter(heading.Agency, template.Title, heading.Number, heading.To, [.. paragraphs.Select(Ended)], heading.Date);
    }

    /// <summary>填进来的理由常常没有句号。</summary>
    private static string Ended(string paragraph) => paragraph[^1] is '。' or '；' or '：' or '！' or '？' or '”' ? paragraph : $"{paragraph}。";

    /// <summary>排成公文：GB/T 9704 的版面。</summary>
    public LayoutDocument ToLayout() => new(
        $"{Agency}{Title}",
        [
            .. Number is null ? Array.Empty<LayoutBlock>() : [new LayoutDocumentNumber(Number)],
            new LayoutAddressee($"{To}："),
            .. Paragraphs.Select(text => new LayoutParagraph(text)),
            new LayoutClosing([Agency, Date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)]) { IsSealed = true },
        ])
    {
        Organisation = Agency,
        Date = Date,
    };

    /// <summary>存成 Word。</summary>
    public byte[] ToWord()
    {
        using var output = new MemoryStream();
        WordWriter.Write(ToLayout(), output);
        return output.ToArray();
    }
}

/// <summary>一份文书的头尾。</summary>
/// <param name="Agency">发文的机关。</param>
/// <param name="Number">文号；没有文号的为空。</param>
/// <param name="To">称呼。</param>
/// <param name="Date">成文日期。</param>
public sealed record LetterHeading(string Agency, string? Number, string To, DateOnly Date);
