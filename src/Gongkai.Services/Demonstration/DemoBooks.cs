using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Services.Registers;

namespace Gongkai.Services.Demonstration;

/// <summary>演示的台账：去年和今年每月的许可、处罚、收费，每年的预决算和新媒体账号，零星的采购、报送、舆情；有几处有问题，好看见怎样标出来。</summary>
internal sealed class DemoBooks(Database database, RegisterServices registers, ImmutableDictionary<string, DemoTeam> teams, DateTimeOffset now, CancellationToken cancel)
{
    private const int Seed = 711;

    private readonly List<DemoAct> _acts = [];
    private readonly DateOnly _today = LegalTime.DateOf(now);

    /// <summary>排好的各件事。</summary>
    public IReadOnlyList<DemoAct> Plan()
    {
        foreach (var (unit, number) in DemoUnit.All.Select((unit, number) => (unit, number)))
        {
            var random = new Random(Seed + number);
            for (var year = _today.Year - 1; year <= _today.Year; year++) AddYear(unit, year, random);
            for (var month = new DateOnly(_today.Year - 1, 1, 1); month.AddMonths(1) <= _today; month = month.AddMonths(1)) AddMonth(unit, month, number, random);
        }

        return [.. _acts.Where(act => act.At < now)];
    }

    private void AddYear(DemoUnit unit, int year, Random random)
    {
        var (approved, late) = (new DateOnly(year, 2, 6), random.Next(6) == 0);
        Add(unit, "budgets", $"{year}", approved.AddDays(late ? 32 : 14), new()
        {
            ["kind"] = "预算", ["approvedOn"] = Iso(approved), ["publishedOn"] = Iso(approved.AddDays(late ? 31 : 12)), ["functional"] = "是", ["economic"] = "是", ["travel"] = "是",
            ["explained"] = late ? "否" : "是", ["performance"] = "是",
        });
        Add(unit, "budgets", $"{year}", new DateOnly(year, 9, 8), new()
        {
            ["kind"] = "决算", ["approvedOn"] = Iso(new DateOnly(year, 8, 20)), ["publishedOn"] = Iso(new DateOnly(year, 9, 4)), ["functional"] = "是", ["economic"] = "是", ["travel"] = "是", ["explained"] = "是", ["performance"] = "是",
        });
        Add(unit, "accounts", $"{year}", new DateOnly(year, 1, 12), new()
        {
            ["platform"] = "微信公众号", ["name"] = $"{unit.Facts.ShortName}发布（演示）", ["filing"] = $"演示{year}-{unit.Key}", ["operator"] = "本单位办公室", ["followers"] = Text(random.Next(800, 60_000)), ["standing"] = "正常",
        });
        Add(unit, "procurement", $"{year}-06", new DateOnly(year, 7, 4), new()
        {
            ["kind"] = "服务", ["projects"] = "2", ["amount"] = Text(random.Next(8, 90) * 10_000), ["announced"] = "2",
        });
        AddSupervision(unit, year);
        if (random.Next(3) > 0) return;
        var found = WorkTime.On(new DateOnly(year, 4, 9).AddDays(random.Next(120)), 45);
        Add(unit, "rumours", Iso(LegalTime.DateOf(found)), LegalTime.DateOf(found).AddDays(4), new()
        {
            ["matter"] = $"网传{unit.Topics[0]}停办", ["source"] = "本地论坛（虚构）", ["foundAt"] = Moment(found), ["grade"] = "其他", ["assessment"] = "信息不实，应当澄清", ["respondedAt"] = Moment(found.AddHours(random.Next(4, 60))),
        });
    }

    // 监督保障的各本：年报的文字由它们写出。一年之中随便哪天，同一单位每年相同。
    private void AddSupervision(DemoUnit unit, int year)
    {
        var scale = 1 + unit.Key.Length % 4;
        Add(unit, "meetings", $"{year}-03-05", new(year, 3, 6), new() { ["topic"] = "部署全年政府信息公开工作", ["kind"] = "办公会", ["decided"] = "每季度通报一次（演示）" });
        Add(unit, "systems", $"{year}-04-15", new(year, 4, 16), new() { ["title"] = "信息公开发布审查制度", ["kind"] = "修订" });
        Add(unit, "trainings", $"{year}-05-20", new(year, 5, 21), new() { ["topic"] = "依申请公开的办理与答复", ["audience"] = "各科室信息员", ["people"] = Text(12 * scale), ["hours"] = "4" });
        Add(unit, "open-days", $"{year}-05-15", new(year, 5, 16), new() { ["name"] = "“5·15”政务公开宣传", ["form"] = "广场宣传", ["people"] = Text(60 * scale), ["copies"] = Text(100 * scale) });
        Add(unit, "inspections", $"{year}-09-10", new(year, 9, 11), new() { ["content"] = "第三季度政务公开自查", ["by"] = "自查", ["problems"] = Text(scale), ["corrected"] = Text(scale) });
        Add(unit, "evaluations", $"{year}-10-20", new(year, 10, 21), new() { ["method"] = "网上问卷", ["samples"] = Text(80 * scale), ["satisfied"] = Text(76 * scale) });
        Add(unit, "assessments", $"{year}", new(year, 11, 3), new() { ["subject"] = "年度综合绩效考核", ["weight"] = "4%", ["score"] = "3.8" });
        Add(unit, "accountability", $"{year}-11-10", new(year, 11, 11), new() { ["matter"] = "本年没有发生", ["kind"] = "没有", ["cases"] = "0" });
        Add(unit, "mailbox", $"{year}-06", new(year, 7, 2), new() { ["channel"] = "领导信箱", ["received"] = Text(3 * scale), ["replied"] = Text(3 * scale), ["onTime"] = Text(3 * scale) });
        Add(unit, "rectification", $"{year}-09-12", new(year, 9, 13), new() { ["problem"] = "政策解读的形式单一", ["source"] = "自查", ["measure"] = "增加图解和短视频，重要文件同步配解读", ["office"] = "办公室", ["dueOn"] = $"{year + 1}-06-30" });
        if (scale == 2) Add(unit, "complaints", $"{year}-07-06", new(year, 7, 7), new() { ["number"] = $"{year}-投01（演示）", ["source"] = "网上", ["about"] = unit.Facts.Name, ["matter"] = "目录更新不及时", ["office"] = "政务公开办", ["verified"] = "部分属实", ["measure"] = "督促整改", ["doneOn"] = $"{year}-07-06" });
        if (scale == 2) Add(unit, "remedies", $"{year}-08-04", new(year, 8, 5), new() { ["number"] = $"云政复〔{year}〕{unit.Key.Length}号（演示）", ["stage"] = "行政复议", ["claim"] = "不服不予公开答复" });
    }

    private void AddMonth(DemoUnit unit, DateOnly month, int number, Random random)
    {
        var (entered, on) = (month.AddMonths(1).AddDays(3), month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        if (unit.Licence is { } licence)
        {
            var (granted, refused) = (random.Next(2, 30), random.Next(0, 3));
            Add(unit, "permits", on, entered, new()
            {
                ["matter"] = licence, ["accepted"] = Text(granted + refused + random.Next(0, 4)), ["decided"] = Text(granted + refused), ["granted"] = Text(granted), ["refused"] = Text(refused),
                ["announced"] = Text(granted + refused - (random.Next(9) == 0 ? 1 : 0)),
            }, $"{licence}月报（演示）：准予{granted}件，不予{refused}件。");
            var decided = random.Next(0, 9);
            Add(unit, "penalties", on, entered, new() { ["matter"] = "合计", ["decided"] = Text(decided), ["announced"] = Text(decided), ["fine"] = Text(decided * random.Next(2, 20) * 500) }, $"行政处罚月报（演示）：{decided}件。");
            Add(unit, "coercion", on, entered, new() { ["matter"] = "查封场所、设施或者财物", ["decided"] = Text(decided / 4) });
            Add(unit, "services", on, entered, new() { ["matter"] = licence, ["accepted"] = Text(granted + refused), ["online"] = Text(granted), ["counter"] = Text(refused), ["finished"] = Text(granted + refused), ["onTime"] = Text(granted + refused) });
        }

        if (number % 5 == 0) Add(unit, "submissions", Iso(month.AddDays(9)), entered, new() { ["title"] = $"{unit.Topics[month.Month % unit.Topics.Length]}取得进展", ["to"] = "上级单位", ["receiver"] = "市政府办公室", ["adopted"] = month.Month % 2 == 0 ? "是" : "否" });
        if (number % 4 == 0) Add(unit, "releases", Iso(month.AddDays(11)), entered, new() { ["channel"] = "微信公众号", ["account"] = $"{unit.Facts.ShortName}发布（演示）", ["title"] = $"{unit.Topics[month.Month % unit.Topics.Length]}一图看懂", ["audience"] = Text(random.Next(300, 9_000)) });
        if (number % 7 == 6) Add(unit, "fees", on, entered, new() { ["project"] = "考试考务费", ["standard"] = "演示标准", ["amount"] = Text(random.Next(0, 400) * 100) });
    }

    private void Add(DemoUnit unit, string form, string on, DateOnly entered, Dictionary<string, string> values, string? evidence = null)
    {
        var team = teams[unit.Key];
        var what = $"{unit.Facts.Name}登记{on}的{RegisterCatalogue.Find(form)!.Name}";
        _acts.Add(new DemoAct(WorkTime.After(WorkTime.On(entered, 20), _acts.Count % 300), what, async () =>
        {
            var input = new RegisterInput(team.Unit, form, on, values, null, null, []);
            if (evidence is not null)
            {
                using var content = new MemoryStream(Encoding.UTF8.GetBytes(evidence));
                var file = await database.Attachments.Accept(content, $"{on}月报.txt", cancel);
                if (file.Refusal is { } refusal) return refusal;
                input = input with { Evidence = [file.Value] };
            }

            return (await registers.Desk.Add(team.Handler(_acts.Count), input, null, cancel)).Refusal;
        }));
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset instant) => LegalTime.MomentOf(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
