using System.Collections.Immutable;

namespace Gongkai.AnnualReports.Drafting;

/// <summary>由登记写年报的文字：样子在 <c>prose.md</c>，每个数都是登记里的，没有登记的不写，也不编。</summary>
public static class ProseDraft
{
    /// <summary>样子里用到的各项，按出现的先后，不重复。</summary>
    public static ImmutableArray<string> Metrics { get; } = [.. ProseTemplate.Sections.SelectMany(section => section.Lines).SelectMany(line => line.Metrics).Distinct()];

    /// <summary>写出各部分。</summary>
    /// <param name="figures">各项，键是项的名字；没有登记的不在其中。</param>
    public static ImmutableArray<DraftedSection> Of(IReadOnlyDictionary<string, string> figures) => [.. ProseTemplate.Sections.Select(section => Draft(section.Number, section.Lines, figures))];

    private static DraftedSection Draft(int number, ImmutableArray<ProseLine> lines, IReadOnlyDictionary<string, string> figures)
    {
        List<ProsePiece> pieces = [];
        List<string> missing = [];
        ProseLine? heading = null, written = null;
        foreach (var line in lines)
        {
            if (line.IsHeading)
            {
                heading = line;
            }
            else if (line.Write(figures) is not { } text)
            {
                missing.Add(line.Pattern);
            }
            else
            {
                // 一段里第一句写了，小标题才写；没有小标题的部分，一句一段。
                if (heading is not null && written != heading) pieces.Add(new ProsePiece(heading.Key, heading.Pattern, true));
                written = heading;
                pieces.Add(new ProsePiece(line.Key, text, heading is null));
            }
        }

        return new DraftedSection(number, [.. pieces], [.. missing]);
    }
}
