using System.Collections.Immutable;
using Gongkai.AnnualReports.Filing;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Publishing;

namespace Gongkai.AnnualReports.Drafting;

/// <summary>编报的人对由登记编出来的一份做的改动；登记变了，改动留着，没有改的跟着变。</summary>
public sealed record ReportEdits
{
    /// <summary>什么也没有改。</summary>
    public static ReportEdits None { get; } = new();

    /// <summary>改过的各格。</summary>
    public ImmutableDictionary<CellPath, CellEdit> Cells { get; init; } = ImmutableDictionary<CellPath, CellEdit>.Empty;

    /// <summary>改过的各部分的文字，键是第几部分。</summary>
    public ImmutableDictionary<int, string> Texts { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>文字是由哪一稿改来的；不知道的是空的，当作现在这一稿。</summary>
    public ImmutableArray<DraftedSection> Drafted { get; init; } = [];

    /// <summary>对查出的问题预先写的说明，送审时先填上。</summary>
    public ImmutableArray<FindingExplanation> Explanations { get; init; } = [];

    /// <summary>存成的一版里有哪些改动。</summary>
    /// <param name="edition">一版，由登记编出来的。</param>
    /// <param name="report">它的全文。</param>
    public static ReportEdits Of(ReportEdition edition, AnnualReport report) => new()
    {
        Cells = edition.Overrides.ToImmutableDictionary(one => one.Cell, one => new CellEdit(one.Value, one.Reason)),
        Texts = ProseTemplate.Sections.Select(section => section.Number)
            .Select(number => (Number: number, Text: report.Section(number)?.Text ?? "", Drafted: edition.Drafted.FirstOrDefault(one => one.Number == number)))
            .Where(one => one.Text != one.Drafted?.Text).ToImmutableDictionary(one => one.Number, one => one.Text),
        Drafted = edition.Drafted,
        Explanations = edition.Explanations,
    };

    /// <summary>一个部分的文字，跟上现在的登记。</summary>
    public FollowedText TextOf(DraftedSection now) =>
        Texts.TryGetValue(now.Number, out var text) ? ProseFollow.Follow(Drafted.FirstOrDefault(one => one.Number == now.Number), text, now) : new FollowedText(now.Text, []);
}
