using System.Collections.Immutable;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Scanning;

namespace Gongkai.Services.Publication;

/// <summary>对名称、概述与正文的扫描：错误级的命中没有去掉，不得发布。附件的扫描与命中的处置另有登记簿。</summary>
public static class DraftFindings
{
    /// <summary>全部命中，按先后。</summary>
    public static IReadOnlyList<ScanFinding> All(ItemDraft draft)
    {
        var text = string.Join('\n', draft.Content.Paragraphs.Prepend(draft.Metadata.Description).Prepend(draft.Metadata.Title));
        List<(int Start, string Place)> places = [(0, "名称"), (draft.Metadata.Title.Length + 1, "内容概述")];
        var start = draft.Metadata.Title.Length + draft.Metadata.Description.Length + 2;
        for (var index = 0; index < draft.Content.Paragraphs.Length; index++)
        {
            places.Add((start, $"正文第{index + 1}段"));
            start += draft.Content.Paragraphs[index].Length + 1;
        }

        return TextScanner.Scan(text, places);
    }

    internal static ImmutableArray<UnresolvedFinding> Of(ItemDraft draft) =>
        [.. All(draft).Where(finding => finding.Severity == ScanSeverity.Error).Select(finding => new UnresolvedFinding(finding.Message, finding.Where))];
}
