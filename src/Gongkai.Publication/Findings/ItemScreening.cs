using System.Collections.Immutable;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Review;
using Gongkai.Scanning;

namespace Gongkai.Publication.Findings;

/// <summary>一版内容的扫描和处置：查出什么，哪些还妨碍发布，各附件公开哪一份。纯函数，查验与豁免由调用者取来。</summary>
/// <param name="Findings">各处命中，各项的在前，附件的照附件的次序。</param>
/// <param name="Released">各附件公开的一份；没有查成的不在其中。</param>
public sealed record ItemScreening(ImmutableArray<AnsweredFinding> Findings, ImmutableArray<ReleasedFile> Released)
{
    private const string NotYet = "还没有查";

    /// <summary>没有命中，也没有附件。</summary>
    public static ItemScreening Nothing { get; } = new([], []);

    /// <summary>妨碍发布的各处。</summary>
    public ImmutableArray<UnresolvedFinding> Unresolved => [.. Findings.Where(finding => finding.Blocks).Select(finding => finding.ToUnresolved())];

    /// <summary>凑成。</summary>
    /// <param name="item">哪条信息。</param>
    /// <param name="draft">哪一版的内容。</param>
    /// <param name="text">各项文字里的命中：在哪一项，是什么，所在的那一句。</param>
    /// <param name="examinations">各附件的查验，按原件的散列；没有的是还没有查。</param>
    /// <param name="exemptions">这条信息的各次豁免，早的在前。</param>
    /// <param name="print">带密钥的散列。</param>
    public static ItemScreening Of(
        ItemId item, ItemDraft draft, ImmutableArray<TextFinding> text, IReadOnlyDictionary<string, FileExamination> examinations, IReadOnlyCollection<Exemption> exemptions,
        Func<string, string> print)
    {
        var prints = new PrintMaker(item, print);
        var findings = text.Select(one => new ItemFinding(prints.Of(one.Source, one.Finding), one.Finding) { Field = one.Field, Sentence = one.Sentence })
            .Concat(draft.Content.Attachments.SelectMany(file => InFile(file, examinations.GetValueOrDefault(file.ContentHash), prints)));
        return new ItemScreening(
            [.. findings.Select(finding => Answer(finding, exemptions.LastOrDefault(one => one.Print == finding.Print)))],
            [.. draft.Content.Attachments.Select(file => ReleasedFile.Of(file, examinations.GetValueOrDefault(file.ContentHash))).OfType<ReleasedFile>()]);
    }

    /// <summary>公开着的一版里的错误：各项文字里没有豁免的，公众拿到的各文件里的。原件里豁免了的同样的一处不算。</summary>
    /// <param name="drafted">所拟的一版的扫描和处置，附件是原件。</param>
    /// <param name="shown">公众看到的一版的，附件是公开的一份。</param>
    public static ImmutableArray<AnsweredFinding> Published(ItemScreening drafted, ItemScreening shown) =>
    [
        .. drafted.Findings.Where(answered => answered.Finding.File is null && answered.Blocks),
        .. shown.Findings.Where(answered => answered.Finding is { File: not null, Blocks: true } && !drafted.Findings.Any(other => IsExemptedAlike(other, answered))),
    ];

    private static bool IsExemptedAlike(AnsweredFinding exempted, AnsweredFinding answered) =>
        exempted.Answer == FindingAnswer.Exempted && exempted.Finding.File?.Id == answered.Finding.File!.Id
        && exempted.Finding.Finding.Kind == answered.Finding.Finding.Kind && exempted.Finding.Finding.Excerpt == answered.Finding.Finding.Excerpt;

    private static AnsweredFinding Answer(ItemFinding finding, Exemption? exemption) => new(
        finding,
        !finding.Blocks ? FindingAnswer.NotNeeded
        : finding.IsRemoved ? FindingAnswer.Removed
        : finding.IsUnseen ? FindingAnswer.Open
        : exemption?.Standing switch
        {
            ExemptionStanding.Granted => FindingAnswer.Exempted,
            ExemptionStanding.Asked => FindingAnswer.Asked,
            ExemptionStanding.Refused => FindingAnswer.Refused,
            _ => FindingAnswer.Open,
        },
        exemption);

    private static IEnumerable<ItemFinding> InFile(Attachment file, FileExamination? examination, PrintMaker prints)
    {
        if (examination is null || examination.Unseen is not null)
        {
            var why = $"没有查成，没有查过的不能公开：{examination?.Unseen ?? NotYet}";
            var finding = new ScanFinding(ScanKind.EmbeddedObject, ScanSeverity.Error, "", "", why);
            return [new ItemFinding(prints.Of(file.ContentHash, finding), finding) { File = file, IsUnseen = true }];
        }

        return examination.Findings.Select(one => new ItemFinding(prints.Of(file.ContentHash, one.Finding), one.Finding) { File = file, IsRemoved = one.IsRemoved });
    }

    /// <summary>一样的两处（同一段里同样的摘录）也要分得开：数着第几个。</summary>
    private sealed class PrintMaker(ItemId item, Func<string, string> print)
    {
        private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

        public string Of(string content, ScanFinding finding)
        {
            var same = $"{item}\n{content}\n{finding.Kind}\n{finding.Where}\n{finding.Excerpt}";
            var number = _seen[same] = _seen.GetValueOrDefault(same) + 1;
            return print($"{same}\n{number}");
        }
    }
}

/// <summary>各项文字里的一处命中。</summary>
/// <param name="Field">在哪一项。</param>
/// <param name="Finding">是什么，遮盖过的。</param>
/// <param name="Sentence">所在的那一句，命中的遮住；说不出的为空。</param>
/// <param name="Source">所扫描的全部文字的散列：文字改了，处置就要重来。</param>
public sealed record TextFinding(ItemField Field, ScanFinding Finding, string? Sentence, string Source);
