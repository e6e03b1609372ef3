using System.Buffers;
using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Organisations.Agencies;

namespace Gongkai.AnnualReports.Rules.DisclosureTable;

/// <summary>谁能制定规章：国务院部门，省级、设区的市和自治州政府。其余机关的规章恒为 0。</summary>
internal static class RegulationPower
{
    private static readonly string[] NationalPrefixes = ["中华人民共和国", "国务院", "国家", "中国"];

    // 冠以“国家”而设在地方的（国家税务总局某市税务局）仍是地方部门。
    private static readonly SearchValues<char> LocalMarks = SearchValues.Create("省市县区州盟旗");

    public static ImmutableArray<Rule> All { get; } =
    [
        new Rule
        {
            Id = "T2-04",
            Severity = Severity.Error,
            Sentence = ("地方政府部门和乡镇、街道没有规章制定权，表二规章各格应为0。",
                "Local departments, towns and subdistricts have no power to make regulations: the cells of regulations in Table 2 are 0."),
            Basis = ("《立法法》（2023年修正）第九十一条、第九十三条：规章由国务院部门和省、自治区、直辖市、设区的市、自治州的人民政府制定",
                "Legislation Law (as amended in 2023), Articles 91 and 93: regulations are made by departments of the State Council and by the people's governments of provinces, autonomous regions, municipalities, cities divided into districts and autonomous prefectures"),
            Examples = [("成立：市文化和旅游局规章0、0、0。", "Holds: a city's bureau of culture and tourism with 0, 0, 0 regulations."), ("不成立：市文化旅游和广播电视局规章22、22、22。", "Broken: a city's bureau of culture, tourism, radio and television with 22, 22, 22 regulations.")],
            Check = context => context.Body switch
            {
                { Level: BodyLevel.Government } => [],
                { Level: null, Agency.MayMakeRegulations: not false } body => [Verdict.NotAssessable(body.WhyLevelIsUnknown)],
                _ when IsNational(context.Report.Agency) => [],
                var body => RegulationsAreZero(context, Caption(body)),
            },
        },
        new Rule
        {
            Id = "T2-05",
            Severity = Severity.Error,
            Sentence = ("县级政府没有规章制定权，表二规章各格应为0。", "A county government has no power to make regulations: the cells of regulations in Table 2 are 0."),
            Basis = ("《立法法》（2023年修正）第九十三条：地方政府规章由省、自治区、直辖市和设区的市、自治州的人民政府制定",
                "Legislation Law (as amended in 2023), Article 93: local government regulations are made by the people's governments of provinces, autonomous regions, municipalities, cities divided into districts and autonomous prefectures"),
            Examples = [("成立：县人民政府规章0、0、0。", "Holds: a county government with 0, 0, 0 regulations."), ("不成立：县人民政府规章制发1件。", "Broken: a county government that issued 1 regulation.")],
            Check = context => context.Body switch
            {
                { Level: null } body => [Verdict.NotAssessable(body.WhyLevelIsUnknown)],
                { Level: not BodyLevel.Government } => [],
                { IsCounty: null } => [Verdict.NotAssessable(Say("判不出政府是不是县级，可用 --region 给出行政区划代码",
                    "it cannot be told whether the government is one of a county; give the region code with --region"))],
                { IsCounty: false } => [],
                _ => RegulationsAreZero(context, Say("县级政府", "A county government")),
            },
        },
    ];

    private static IEnumerable<Verdict> RegulationsAreZero(CheckContext context, string who)
    {
        if (context.Report.Disclosure is not { } table) return [Verdict.NotAssessable(Say("没有找到表二", "Table 2 was not found"))];
        var row = table.Form.Row("regulations")!;
        var filled = ImmutableArray.CreateBuilder<CellPath>();
        string? unknown = null;
        foreach (var column in row.Columns)
        {
            var figure = Figure.Of(context.Report, TableKind.Disclosure, row.Key, column.Key);
            if (!figure.IsKnown) unknown ??= Figure.WhyUnknown(figure);
            else if (figure.Value != 0) filled.Add(figure.Path);
        }

        if (filled.Count > 0)
        {
            var printed = string.Join('/', table.Row(row).ToArray().Select(cell => cell.State == CellState.Blank ? Say("空", "blank") : cell.ToString()));
            return [new Broken(Say($"{who}无规章制定权，规章应填0，表中为{printed}", $"{who} has no power to make regulations: the cells of regulations should be 0; the table says {printed}"), filled.DrainToImmutable())];
        }

        return unknown is null ? [] : [Verdict.NotAssessable(unknown)];
    }

    private static string Caption(ReportingBody body) => body switch
    {
        { Level: BodyLevel.Town } => Say("乡镇、街道", "A town or subdistrict"),
        { Level: BodyLevel.Department } => Say("部门", "A department"),
        { Agency.Kind: AgencyKind.ZoneCommittee } => Say("功能区管理委员会", "The committee of a functional zone"),
        _ => Say("政府办公室", "A government office"),
    };

    private static bool IsNational(string? agency) =>
        agency is not null
        && NationalPrefixes.Any(prefix => agency.StartsWith(prefix, StringComparison.Ordinal))
        && !agency.AsSpan().ContainsAny(LocalMarks);
}
