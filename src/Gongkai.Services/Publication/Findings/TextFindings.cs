using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Findings;
using Gongkai.Publication.Review;
using Gongkai.Scanning;

namespace Gongkai.Services.Publication.Findings;

/// <summary>对所填各项文字的扫描：名称、概述与正文连起来查（号码可能切断在两段里），其余各项分别查。附件另查，见 <see cref="FileExaminations"/>。</summary>
public static class TextFindings
{
    private const string SentenceEnds = "。！？；\n";
    private const int LongestQuote = 120;

    /// <summary>全部命中，按先后，各引所在的那一句；命中的号码在引文里也是遮住的。</summary>
    public static ImmutableArray<TextFinding> Of(ItemDraft draft)
    {
        var (main, beside) = (Main(draft), Beside(draft).Where(text => !string.IsNullOrWhiteSpace(text.Text.Text)).ToList());
        var source = HashOf(main.Concat(beside).Select(text => text.Text.Text));
        return [.. InMain(main, source), .. beside.SelectMany(text => PlacedText.Scan([text.Text]).Select(finding => new TextFinding(text.Field, finding, null, source)))];
    }

    /// <summary>一句给公众看的话里的错误级命中；没有写的没有。</summary>
    public static ImmutableArray<UnresolvedFinding> InNote(string? note) => string.IsNullOrWhiteSpace(note) ? [] :
        [.. TextScanner.Scan(note).Where(finding => finding.Severity == ScanSeverity.Error).Select(finding => new UnresolvedFinding(finding.Message, finding.Where))];

    private static IEnumerable<TextFinding> InMain(List<FieldText> main, string source)
    {
        var findings = PlacedText.Scan([.. main.Select(text => text.Text)]);
        var joined = PlacedText.Join(main.Select(text => text.Text));
        var masked = Masked(joined, findings);
        foreach (var finding in findings)
        {
            var field = finding.Offset is { } at ? FieldAt(main, at) : ItemField.Body;
            yield return new TextFinding(field, finding, finding.Offset is { } offset ? Sentence(masked, offset) : null, source);
        }
    }

    private static List<FieldText> Main(ItemDraft draft) =>
    [
        new(ItemField.Title, new("名称", draft.Metadata.Title)), new(ItemField.Description, new("内容概述", draft.Metadata.Description)),
        .. draft.Content.Paragraphs.Select((paragraph, index) => new FieldText(ItemField.Body, new($"正文第{index + 1}段", paragraph))),
    ];

    private static IEnumerable<FieldText> Beside(ItemDraft draft)
    {
        var (metadata, choice, duty) = (draft.Metadata, draft.Choice, draft.Responsibility);
        foreach (var keyword in metadata.Keywords) yield return Text(ItemField.Keywords, keyword);
        yield return Text(ItemField.Audience, metadata.Audience);
        yield return Text(ItemField.DocumentNumber, metadata.DocumentNumber?.ToString());
        yield return Text(ItemField.DocumentNumber, metadata.WithoutNumber);
        yield return Text(ItemField.Reason, choice.Reason);
        yield return Text(ItemField.LegalBasis, choice.LegalBasis?.Title);
        yield return Text(ItemField.ThirdParty, choice.PublicInterest);
        yield return Text(ItemField.ResponsibleBody, duty.Body.Name);
        foreach (var body in duty.OtherBodies) yield return Text(ItemField.ResponsibleBody, body);
        foreach (var record in duty.Coordination) yield return Text(ItemField.Coordination, $"{record.With} {record.Document}");
        yield return Text(ItemField.Approval, duty.Approval is { } approval ? $"{approval.By} {approval.Document}" : null);
        foreach (var (_, alt) in BodyPictures.In(draft.Content.Html)) yield return new FieldText(ItemField.Body, new("正文图片的替代文字", alt));
        foreach (var file in draft.Content.Attachments) yield return new FieldText(ItemField.Body, new("附件的名称", file.FileName));
    }

    private static FieldText Text(ItemField field, string? text) => new(field, new PlacedText(field.Caption(), text ?? ""));

    private static ItemField FieldAt(List<FieldText> main, int offset)
    {
        foreach (var text in main)
        {
            if (offset <= text.Text.Text.Length) return text.Field;
            offset -= text.Text.Text.Length + 1;
        }

        return ItemField.Body;
    }

    private static string HashOf(IEnumerable<string> texts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))));

    // 摘录与原文一样长的，用它盖住原文：一句里有两处命中，引哪一处都不露另一处。
    private static string Masked(string text, IReadOnlyList<ScanFinding> findings)
    {
        var masked = text.ToCharArray();
        foreach (var finding in findings)
        {
            if (finding.Offset is not { } at || at + finding.Excerpt.Length > text.Length || !Covers(finding.Excerpt, text.AsSpan(at))) continue;
            finding.Excerpt.CopyTo(masked.AsSpan(at));
        }

        return new string(masked);
    }

    private static bool Covers(string excerpt, ReadOnlySpan<char> raw)
    {
        for (var at = 0; at < excerpt.Length; at++)
            if (excerpt[at] != '*' && excerpt[at] != raw[at]) return false;
        return true;
    }

    private static string Sentence(string text, int at)
    {
        var start = text.AsSpan(0, at).LastIndexOfAny(SentenceEnds) + 1;
        var length = text.AsSpan(at).IndexOfAny(SentenceEnds);
        var sentence = text[start..(length < 0 ? text.Length : at + length)].Trim();
        return sentence.Length <= LongestQuote ? sentence : $"{sentence[..LongestQuote]}……";
    }

    private sealed record FieldText(ItemField Field, PlacedText Text);
}
