using System.Collections.Immutable;
using System.Globalization;
using Gongkai.AnnualReports.Drafting;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Publishing;
using Gongkai.AnnualReports.Rules;
using Gongkai.Data;
using Gongkai.Data.Queries.AnnualReports;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Outcomes;
using Gongkai.Services.Acting;
using Gongkai.Services.Publication.Opinions;
using Gongkai.Services.Registers;
using Gongkai.Services.Requests;

namespace Gongkai.Services.AnnualReports;

/// <summary>年报由一年的登记编出来：表二来自文件库和台账，表三来自案件，表四来自复议诉讼台账，文字由登记写出。没有登记的空着，不编。条例第五十条。</summary>
public sealed class ReportCompiler(Database database, TableTwo tableTwo, RequestYears years, CaseFees fees, OpinionBoard opinions)
{
    /// <summary>编一年的。年度没有过完的也可以编来看看，只是还不能公布。</summary>
    /// <param name="edits">编报的人的改动：没有改的照登记，改过的留着，与数出来的相同的不算改。</param>
    public async Task<Outcome<CompiledReport>> Of(CurrentPerson who, UnitId unit, int year, ReportEdits edits, CancellationToken cancel)
    {
        if (who.May(Permission.ReadLedger, unit).Refusal is { } refusal) return refusal;
        if (FormCatalogue.ForYear(year) is not { } form) return new Refusal($"{year} 年度还没有统一的年报格式。");
        var two = await tableTwo.Of(who, unit, year, cancel);
        if (two.Refusal is { } uncounted) return uncounted;
        // 取过年度快照的照快照：提交时冻结的数，报告里不会不同。
        var counted = await years.Figures(unit, year, cancel);
        var tables = counted.Tables;
        var agency = (who.Tree.Find(unit)?.On(new DateOnly(year, 12, 31)) ?? who.Tree.Find(unit)!.Latest).Name;
        var report = new AnnualReport
        {
            Title = $"{agency}{year}年政府信息公开工作年度报告", Agency = agency, Year = year,
            Disclosure = new ReportTable(form.Disclosure, [.. two.Value.Select(cell => cell.Value is { } value ? Cell.Of(value) : Cell.Blank())]),
            Requests = new ReportTable(form.Requests, [.. form.Requests.Rows.SelectMany(row => row.Columns.Select(column => Counted(tables, row, column)))]),
            Review = new ReportTable(form.Review, [.. form.Review.Rows.SelectMany(row => row.Columns.Select(column => Cell.Of(column.Key == "total" ? tables.Total(row.Key) : tables.Count(row.Key, column.Key))))]),
        };
        (report, var overrides) = CellOverrides.Apply(report, edits.Cells);
        var figures = await Figures(who, unit, year, report, cancel);
        var drafted = ProseDraft.Of(figures);
        var followed = drafted.ToImmutableDictionary(section => section.Number, edits.TextOf);
        report = report with
        {
            Preamble = string.Create(CultureInfo.InvariantCulture, $"根据《中华人民共和国政府信息公开条例》第五十条的规定，编制本报告。所列数据的统计期限为{year}年1月1日至{year}年12月31日。"),
            Sections = [.. form.Sections.Select(section => Section(section, followed.TryGetValue(section.Number, out var written) ? written.Text : ""))],
            // 没有日期的落款读不回来：写编的这一天。
            Signature = new Signature(agency, who.Today, $"{agency}{who.Today:yyyy年M月d日}", default),
        };
        ImmutableArray<string> missing =
        [
            .. two.Value.Where(cell => cell.Value is null).Select(cell => $"表二“{cell.Row}”的“{cell.Column}”空着：{cell.Why}"),
            .. form.Requests.Rows[0].Columns.Where(column => column.Key != "total" && KindOf(column) is null).Select(column => $"表三“{column.Caption.Official}”一栏空着：申请的登记里没有这一类。"),
            .. form.Requests.Rows.Where(row => !IsRecorded(row, year)).Select(row => $"表三“{row.Caption.Official}”一行空着：申请的登记里没有这一种结果。"),
            .. tables.Remedies == 0 ? ["表四按没有复议、诉讼写的：复议诉讼台账里没有这一年的。"] : Array.Empty<string>(),
            .. counted.Differences.Select(difference => $"取了年度快照以后有变动，表三、表四照快照写的：{difference}。"),
            .. drafted.SelectMany(section => section.Missing.Select(sentence => $"第{section.Number}部分没有写“{sentence}”：没有登记。")),
        ];
        var findings = PublishedReportDecisions.Check(report, await Previous(unit, year, cancel));
        var disagreements = drafted.SelectMany(section => ProseFigures.Disagreements(section.Number, followed[section.Number].Text, figures)).Where(one => !findings.Any(one.IsToldBy)).ToList();
        return new CompiledReport(unit, report, drafted, figures, missing, [.. findings, .. disagreements.Select(one => new EditionFinding("TX-11", Severity.Warning, one.Message, false))], overrides)
        {
            // 数对不上的已经说了，同一句不再说一遍。
            Marks = [.. followed.Values.SelectMany(text => text.Marks).OrderBy(mark => mark.Section).Where(mark => disagreements.TrueForAll(one => mark.Edited?.Contains(one.Said, StringComparison.Ordinal) != true))],
            Edits = new ReportEdits
            {
                Cells = overrides.ToImmutableDictionary(one => one.Cell, one => new CellEdit(one.Value, one.Reason)), Drafted = drafted, Explanations = edits.Explanations,
                Texts = drafted.Where(section => followed[section.Number].Text != section.Text).ToImmutableDictionary(section => section.Number, section => followed[section.Number].Text),
            },
        };
    }

    private async Task<AnnualReport?> Previous(UnitId unit, int year, CancellationToken cancel)
    {
        await using var db = database.CreateContext();
        return await PublishedReportQueries.Previous(db, unit.Value, year, cancel);
    }

    // 新格式添的一栏、一行，申请的登记里没有的，空着，不写零。
    private static Cell Counted(CountedTables three, FormRow row, FormColumn column) =>
        !IsRecorded(row, three.Year) ? Cell.Blank()
        : column.Key == "total" ? Cell.Of(three.Total(row.Key))
        : KindOf(column) is { } kind ? Cell.Of(three.Count(row.Key, kind)) : Cell.Blank();

    private static bool IsRecorded(FormRow row, int year) => !row.IsOutcome || OutcomeTable.All.Any(entry => entry.RowIn(year) == row.Key);

    private static ApplicantKind? KindOf(FormColumn column) => Enum.TryParse<ApplicantKind>(column.Key, ignoreCase: true, out var kind) ? kind : null;

    private static ReportSection Section(FormSection section, string text) => new(
        section.Number, section.Caption.Official, [.. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new ReportParagraph(line, default))], default);

    private async Task<ImmutableDictionary<string, string>> Figures(CurrentPerson who, UnitId unit, int year, AnnualReport report, CancellationToken cancel)
    {
        var gathered = new ReportFigures(database, unit, year, cancel);
        var rounds = await opinions.Year(who, unit, year, cancel);
        if (rounds.Succeeded)
        {
            gathered.Put("opinionRounds", rounds.Value.Rounds);
            gathered.Put("opinionsReceived", rounds.Value.Received);
            gathered.Put("opinionsAdopted", rounds.Value.Adopted);
        }

        gathered.Put("fees", await fees.Of(unit, year, cancel));
        return await gathered.Gather(report);
    }
}

/// <summary>编出来的一份。</summary>
/// <param name="Report">报告：三张表、六个部分。</param>
/// <param name="Drafted">照登记写的文字，改过的也留着原样。</param>
/// <param name="Figures">文字里的各项。</param>
/// <param name="Missing">没有登记、所以空着的各处，一处一句。</param>
/// <param name="Findings">各条规则查出的。</param>
/// <param name="Overrides">编报的人改过的各格。</param>
public sealed record CompiledReport(
    UnitId Unit, AnnualReport Report, ImmutableArray<DraftedSection> Drafted, ImmutableDictionary<string, string> Figures, ImmutableArray<string> Missing, ImmutableArray<EditionFinding> Findings, ImmutableArray<CellOverride> Overrides)
{
    /// <summary>改过、删去的句子里，登记变了的。</summary>
    public ImmutableArray<ProseMark> Marks { get; init; } = [];

    /// <summary>编报的人的改动，跟上了现在的登记。</summary>
    public ReportEdits Edits { get; init; } = ReportEdits.None;

    /// <summary>一格由登记数出来的，不管改成了什么；数不出来的为空。</summary>
    public decimal? Computed(CellPath path) =>
        Overrides.FirstOrDefault(one => one.Cell == path) is { } changed ? changed.Computed : Report.Table(path.Table)?.Find(path.Row!, path.Column!)?.Number;
}
