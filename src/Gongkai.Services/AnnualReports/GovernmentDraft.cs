using System.Globalization;
using Gongkai.AnnualReports.Collection;
using Gongkai.AnnualReports.Drafting;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Data.Acts;
using Gongkai.Law;
using Gongkai.Organisations.Units;
using Gongkai.Services.Acting;

namespace Gongkai.Services.AnnualReports;

/// <summary>一级政府自己的年报，由收来的各份加成：三张表是各单位逐格之和，加上政府自己的登记；存成一版，在“由登记编”里接着改。条例第四十九条。</summary>
public sealed class GovernmentDraft(ReportGathering gathering, ReportCompiler compiler, ReportDrafts drafts)
{
    /// <summary>编一版，一步办成。凭“收集年度报告”看得见各份，凭政府的“编制年度报告”存。</summary>
    /// <param name="authority">主管部门。</param>
    /// <returns>政府和存成的一版；这期间别人也在编、改得不同的，不覆盖，请到“由登记编”里合。</returns>
    public async Task<Outcome<UnitId>> Make(CurrentPerson who, UnitId authority, int year, CommandKey? key, CancellationToken cancel)
    {
        if (CollectionScope.Of(who.Tree.At(ReportBoard.YearEnd(year)), authority).Government is not { } government) return new Refusal("它不是哪一级政府的主管部门，没有要加成的总数。");
        var total = await gathering.Total(who, authority, year, cancel);
        if (total.Refusal is { } uncollected) return uncollected;
        var own = await compiler.Of(who, government, year, ReportEdits.None, cancel);
        if (own.Refusal is { } uncompiled) return uncompiled;
        var start = await drafts.Start(who, government, year, null, cancel);
        if (start.Refusal is { } unseen) return unseen;
        if (start.Value.IsHandedIn) return new Refusal("政府的年报已经交来了做好的文件，没有另编。");
        var cells = start.Value.Kept.Cells;
        foreach (var table in new[] { own.Value.Report.Disclosure, own.Value.Report.Requests, own.Value.Report.Review }.OfType<ReportTable>())
            foreach (var row in table.Form.Rows)
                foreach (var column in row.Columns)
                    cells = cells.SetItem(table.PathOf(row, column), Edit(total.Value, table, row, column));
        var saved = await drafts.Save(who, government, year, start.Value, start.Value.Kept with { Cells = cells }, key, cancel);
        if (saved.Refusal is { } unsaved) return unsaved;
        return saved.Value.Edition is null ? new Refusal("这期间别人也在编政府的年报，改得不同，没有存：请再办一次。") : government;
    }

    // 有一份没有这一格的数，就没有总数：空着，由编报的人核对以后填。
    private static CellEdit Edit(CollectedTotal total, ReportTable own, FormRow row, FormColumn column)
    {
        var mine = own[row, column].Number ?? 0;
        var cell = total.Total.Total.Table(own.Form.Kind) is { } added && added.Form.Form == own.Form.Form ? added.Find(row.Key, column.Key) : null;
        return cell is { IsNumber: true, Value: var sum }
            ? new CellEdit(sum + mine, string.Create(CultureInfo.InvariantCulture, $"各单位报送的 {total.Parts.Length} 份逐格相加{(mine == 0 ? "" : $"，共 {sum:0.######}，加政府自己登记的 {mine:0.######}")}；来源见“逐格汇总”"))
            : new CellEdit(null, "有的单位没有这一格的数，加不出总数；见“逐格汇总”");
    }
}
