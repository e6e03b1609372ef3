using System.Text.RegularExpressions;
using Gongkai.AnnualReports.Rules.Dates;

namespace Gongkai.AnnualReports.Rules.Bodies;

/// <summary>本机关的名称：标题、落款、正文用同一个全称。</summary>
internal static partial class OwnName
{
    public static Rule Rule { get; } = new()
    {
        Id = "DT-13",
        Severity = Severity.Warning,
        Sentence = ("机关名称前后一致：落款与标题是同一机关，正文里的全称与标题相同；习称、省去上级区划的不算。",
            "The body's name is the same throughout: signature and title name the same body, and full names in the text are that of the title; usual short names and names without the superior region do not count."),
        Basis = ("《党政机关公文处理工作条例》第九条（发文机关标志使用全称或者规范化简称）",
            "Regulations on Official Documents of Party and Government Bodies, Article 9 (the issuing body is named in full or by its standard short name)"),
        Examples = [("成立：标题写焦作市文化广电和旅游局，正文写市文化广电和旅游局。", "Holds: the title has “焦作市文化广电和旅游局”, the text “市文化广电和旅游局”."), ("不成立：标题写弥勒市文化和旅游局，正文又写弥勒市文化旅游局。", "Broken: the title has “弥勒市文化和旅游局”, the text also “弥勒市文化旅游局”."), ("不成立：标题写澄浦市文化和旅游局，落款写澄浦市体育局。",
            "Broken: the title has “澄浦市文化和旅游局”, the signature “澄浦市体育局”.")],
        Check = NameIsTheSame,
    };

    private static IEnumerable<Verdict> NameIsTheSame(CheckContext context)
    {
        if (context.Report.Agency is not { } own)
        {
            yield return Verdict.NotAssessable(Say("没有读到标题里的机关名称", "the body's name was not read in the title"));
            yield break;
        }

        if (context.Report.Signature is { Agency: { } signed } signature && !IsJoint(signed) && Differs(own, signed))
            yield return new Broken(Say($"落款机关“{signed}”与标题的“{own}”不一致", $"the body of the signature, “{signed}”, differs from that of the title, “{own}”"), []) { Where = SigningDate.Where(signature.Place) };

        var region = context.Body.Agency.PrintedRegion;
        var prose = context.Prose;
        var start = region.Length > 0 ? region : own[..Math.Min(own.Length, 3)];
        foreach (var (offset, name) in Written(prose.Text, start).DistinctBy(found => found.Name))
            if (prose.IsStatement(prose.SentenceAt(offset)) && AgencyLikeness.IsMixedUp(own, name))
                yield return new Broken(Say($"机关名称不统一：“{own}”又写作“{name}”", $"the body's name varies: “{own}” and “{name}”"), []) { Where = prose.Where(offset, name.Length) };
    }

    private static bool Differs(string own, string signed) =>
        AgencyLikeness.IsMixedUp(own, signed) || !AgencyLikeness.MayBeTheSame(own, signed);

    // 联合署名、带括号的另一名称，不比。
    private static bool IsJoint(string signed) => signed.AsSpan().IndexOfAny("（( 、") >= 0;

    /// <summary>正文里以本地区名开头的机构名称。</summary>
    private static IEnumerable<(int Offset, string Name)> Written(string text, string region)
    {
        for (var at = text.IndexOf(region, StringComparison.Ordinal); at >= 0; at = text.IndexOf(region, at + 1, StringComparison.Ordinal))
            if (Stem().Match(text, at + region.Length) is { Success: true } stem)
                yield return (at, text[at..(stem.Index + stem.Length)]);
    }

    [GeneratedRegex("\\G(?:(?![的了在对等是有将为各及向由被])[\u4e00-\u9fff]){1,16}?(?:委员会|局|厅)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stem();
}
