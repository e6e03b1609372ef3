using System.Buffers;
using Gongkai.AnnualReports.Rules.Prose;
using Gongkai.Scanning;

namespace Gongkai.AnnualReports.Rules.Language;

/// <summary>年报里的个人信息与密级标志：由扫描器去找，这里只说在第几部分，不引原文；号码一律遮盖。</summary>
internal static class PrivateMatters
{
    // “如对本报告有疑问，请与……联系（地址……，邮编……，电话……）”：这些是公开的联系方式。
    private static readonly SearchValues<string> Asking = SearchValues.Create(["如对", "如有疑问", "咨询电话", "监督电话", "投诉电话"], StringComparison.Ordinal);
    private static readonly SearchValues<string> InPreamble = SearchValues.Create(["联系", "咨询", "邮编", "邮政编码"], StringComparison.Ordinal);

    public static IEnumerable<Verdict> Find(CheckContext context)
    {
        var prose = context.Prose;
        foreach (var finding in TextScanner.Scan(prose.Text))
        {
            if (finding.Severity == ScanSeverity.Notice) continue;
            var sentence = prose.SentenceAt(finding.Offset ?? 0);
            if (finding.Kind is ScanKind.Mobile or ScanKind.Email or ScanKind.Address && IsContact(prose, sentence)) continue;
            yield return new Broken(Say($"年报含{finding.Kind.Caption()}“{finding.Excerpt}”：{finding.Message}",
                $"the report holds a {finding.Kind.Caption()} “{finding.Excerpt}”: {finding.Message}"), [])
            {
                Where = ProseText.Where(prose.Paragraphs[sentence.Paragraph]),
                Severity = finding.Severity == ScanSeverity.Error ? null : Severity.Warning,
            };
        }
    }

    private static bool IsContact(ProseText prose, Sentence sentence)
    {
        var text = prose.Span(sentence);
        return text.ContainsAny(Asking) || (sentence.Section == 0 && text.ContainsAny(InPreamble));
    }
}
