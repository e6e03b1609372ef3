using System.Collections.Immutable;
using System.Globalization;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.Data;
using Gongkai.Data.Queries.Registers;
using Gongkai.Law;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Review;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Services.AnnualReports;

/// <summary>年报文字里的各项从哪里来：信息、意见征集、各本台账、三张表。没有登记的不在其中，不当作零。</summary>
internal sealed class ReportFigures(Database database, UnitId unit, int year, CancellationToken cancel)
{
    // 几笔：台账的代码，项的名字。
    private static readonly ImmutableArray<(string Register, string Metric)> Entries =
        [("budgets", "budgets"), ("systems", "systems"), ("accounts", "accounts"), ("releases", "releases"), ("meetings", "meetings"), ("trainings", "trainings"), ("inspections", "inspections"), ("open-days", "openDays")];

    // 合计：台账的代码，栏，项的名字。
    private static readonly ImmutableArray<(string Register, string Field, string Metric)> Totals =
    [
        ("trainings", "people", "trainingPeople"), ("inspections", "problems", "inspectionProblems"), ("inspections", "corrected", "inspectionCorrected"), ("evaluations", "samples", "evaluationSamples"),
        ("evaluations", "satisfied", "evaluationSatisfied"), ("accountability", "cases", "accountability"), ("mailbox", "received", "mailboxReceived"), ("mailbox", "replied", "mailboxReplied"), ("open-days", "people", "openDayPeople"),
    ];

    private readonly ImmutableDictionary<string, string>.Builder _figures = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    /// <summary>取齐。</summary>
    /// <param name="report">三张表已经填好的报告。</param>
    public async Task<ImmutableDictionary<string, string>> Gather(AnnualReport report)
    {
        await using var db = database.CreateContext();
        await Published(db);
        foreach (var register in Entries.Select(one => one.Register).Concat(Totals.Select(one => one.Register)).Distinct()) await Count(db, register);
        await Assessed(db);
        await Complained(db);
        await Rectified(db);
        Tables(report);
        return _figures.ToImmutable();
    }

    private async Task Published(GongkaiDbContext db)
    {
        var (from, until) = (LegalTime.StartOf(new DateOnly(year, 1, 1)), LegalTime.StartOf(new DateOnly(year + 1, 1, 1)));
        Put("published", await db.Items.CountAsync(row => row.Unit == unit.Value && row.FirstPublishedAt >= from && row.FirstPublishedAt < until, cancel));
        var happened = await db.Items.Where(row => row.Unit == unit.Value).SelectMany(row => row.Events).Where(one => one.At >= from && one.At < until && (one.Action == ReviewAction.Return || one.Action == ReviewAction.Withdraw))
            .GroupBy(one => one.Action).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        Put("returned", happened.GetValueOrDefault(ReviewAction.Return));
        Put("withdrawn", happened.GetValueOrDefault(ReviewAction.Withdraw));
    }

    private async Task Count(GongkaiDbContext db, string register)
    {
        var entries = await Of(db, register, year);
        if (entries.Count == 0) return;
        foreach (var (_, metric) in Entries.Where(one => one.Register == register)) Put(metric, entries.Count);
        foreach (var (_, field, metric) in Totals.Where(one => one.Register == register))
            Put(metric, entries.Sum(entry => decimal.TryParse(entry.Values.GetValueOrDefault(field), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : 0));
    }

    private async Task Assessed(GongkaiDbContext db)
    {
        var entries = await Of(db, "assessments", year);
        if (entries.Count == 0) return;
        _figures["assessments"] = string.Join("；", entries.Select(entry => string.Concat(
            entry.Values["subject"], Said(entry, "weight", "占"), Said(entry, "score", "，得分"), Said(entry, "rank", "，名次"))));
    }

    private async Task Complained(GongkaiDbContext db)
    {
        var entries = await Of(db, "complaints", year);
        if (entries.Count == 0) return;
        Put("complaints", entries.Count);
        Put("complaintsVerified", entries.Count(entry => entry.Values.GetValueOrDefault("verified") is "属实" or "部分属实"));
    }

    // 第五部分：今年的问题和措施，去年的问题改得怎样。
    private async Task Rectified(GongkaiDbContext db)
    {
        var (now, before) = (await Of(db, "rectification", year), await Of(db, "rectification", year - 1));
        if (now.Count > 0)
        {
            _figures["problems"] = Numbered(now.Select(entry => entry.Values["problem"]));
            _figures["measures"] = Numbered(now.Select(entry => $"{entry.Values["measure"]}（{entry.Values["office"]}，{entry.Values["dueOn"]} 以前）"));
        }

        if (before.Count > 0) _figures["earlier"] = Numbered(before.Select(entry => $"{entry.Values["problem"]}，{(entry.Values.GetValueOrDefault("doneOn") is { Length: > 0 } done ? $"已于 {done} 改完" : "还在整改")}"));
    }

    // 表里的数：表二写作“行.列”，表三写各行的总计。
    private void Tables(AnnualReport report)
    {
        foreach (var table in new[] { report.Disclosure, report.Requests }.OfType<ReportTable>())
            foreach (var row in table.Form.Rows)
                foreach (var column in row.Columns)
                    if (table[row, column].Number is { } number)
                        if (table.Form.Kind == TableKind.Disclosure) Put($"{row.Key}.{column.Key}", number);
                        else if (column.Key == "total") Put(row.Key, number);
        if (report.Review is not { } review) return;
        Put("reconsiderations", review.Find("reconsideration", "total")?.Number ?? 0);
        Put("litigations", (review.Find("directLitigation", "total")?.Number ?? 0) + (review.Find("litigationAfterReconsideration", "total")?.Number ?? 0));
    }

    public void Put(string metric, decimal number) => _figures[metric] = number.ToString("0.######", CultureInfo.InvariantCulture);

    private async Task<List<RegisterEntry>> Of(GongkaiDbContext db, string register, int of) =>
        [.. (await RegisterQueries.Between(db, unit, register, new DateOnly(of, 1, 1), new DateOnly(of, 12, 31), cancel)).Where(entry => entry.Voided is null)];

    private static string Said(RegisterEntry entry, string field, string before) => entry.Values.GetValueOrDefault(field) is { Length: > 0 } text ? $"{before}{text}" : "";

    private static string Numbered(IEnumerable<string> texts)
    {
        var all = texts.Select(text => text.Trim().TrimEnd('。')).ToList();
        return all.Count == 1 ? all[0] : string.Join("；", all.Select((text, at) => $"{at + 1}．{text}"));
    }
}
