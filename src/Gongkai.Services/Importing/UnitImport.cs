using System.Collections.Immutable;
using Gongkai.Data.Queries.Organisations;
using Gongkai.Law;
using Gongkai.Organisations.Access;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.Organisations;

namespace Gongkai.Services.Importing;

/// <summary>导入单位：一行设立一个。上级要已经有，或者在同一份表的前面。</summary>
internal static class UnitImport
{
    public static ImmutableArray<ImportColumn> Columns { get; } =
    [
        new("名称", true, "全称。", "云泽市林业局"),
        new("简称", false, "用于版面；没有的不填。", "市林业局"),
        new("层级", true, "国家级、省级、市级、县级、乡镇级。", "市级"),
        new("性质", true, "政府、部门、派出机构、授权组织。", "部门"),
        new("区划代码", false, "六位行政区划代码；国家级不填。", "999900"),
        new("统一社会信用代码", false, "十八位；还没有的不填。", ""),
        new("上级", false, "隶属于哪个单位，写全称；最上面的不填。", "云泽市人民政府"),
        new("设立日期", true, "自哪一天起，写作 2019-01-01。", "2019-01-01"),
        new("缘由", false, "设立的文件；不写的记“批量导入”。", ""),
    ];

    public static async Task<Outcome<ImportedRow>> Take(ImportDesk desk, ImportRow row)
    {
        var facts = new UnitFacts
        {
            Name = row.Text("名称"), ShortName = row.TextOrNone("简称"), RegionCode = row.TextOrNone("区划代码"), CreditCode = row.TextOrNone("统一社会信用代码"),
            Level = row.OneOf("层级", Enum.GetValues<UnitLevel>(), level => level.Caption()), Kind = row.OneOf("性质", Enum.GetValues<UnitKind>(), kind => kind.Caption()),
            Superior = row.TextOrNone("上级") is null ? null : await desk.Unit(row, "上级"),
        };
        var on = row.Date("设立日期");
        if ((await desk.Tree()).Units.Select(unit => unit.Periods[0]).FirstOrDefault(first => first.From == on && first.Facts.Name == facts.Name) is { } same)
            return same.Facts == facts ? ImportedRow.Already : new Refusal(Say("这个单位已经有了，设立时的情况与填的不一样；要改请在单位的页面上改。",
                "this unit exists and was established with other facts; change it on its page."));
        var command = new EstablishUnit(new UnitId(Guid.CreateVersion7()), facts, on, row.TextOrNone("缘由") ?? "批量导入");
        var established = await desk.Organisations.Units.Establish(desk.By, command, null, desk.Cancel);
        desk.ForgetTree();
        return established.Refusal is { } refusal ? refusal : ImportedRow.Stored;
    }
}

/// <summary>导入人员：一行登记一个，给第一个任职。账号另由 <c>gongkai user reset</c> 发一次性口令。</summary>
internal static class PersonImport
{
    public static ImmutableArray<ImportColumn> Columns { get; } =
    [
        new("姓名", true, "姓名。", "某甲"),
        new("登录名", true, "小写字母、数字、点、横线，不能与别人相同。", "mou.jia"),
        new("单位", true, "任职的单位，写全称。", "云泽市林业局"),
        new("内设机构", false, "在单位的哪个科室；不属于哪一个的不填。", ""),
        new("角色", true, $"{string.Join("、", Enum.GetValues<Role>().Select(role => role.Caption()))}。", Role.Handler.Caption()),
        new("到岗日期", true, "自哪一天起，写作 2024-05-15。", "2024-05-15"),
    ];

    public static async Task<Outcome<ImportedRow>> Take(ImportDesk desk, ImportRow row)
    {
        var unit = await desk.Unit(row, "单位");
        var (role, from) = (row.OneOf("角色", Enum.GetValues<Role>(), role => role.Caption()), row.Date("到岗日期"));
        var command = new AddPerson(row.Text("姓名"), row.Text("登录名"), unit, await Office(desk, row, unit, from), role, from);
        await using var db = desk.Database.CreateContext();
        if (await PersonQueries.FindByLoginName(db, command.LoginName, desk.Cancel) is { } known && IsSame(known, command)) return ImportedRow.Already;
        return await desk.Organisations.People.Add(desk.By, command, null, desk.Cancel) is { Refusal: { } refusal } ? refusal : ImportedRow.Stored;
    }

    private static bool IsSame(Person known, AddPerson command) => known.Name == command.Name
        && known.Appointments.Any(one => (one.Unit, one.Office, one.Role, one.Validity.From) == (command.Unit, command.Office, command.Role, command.From));

    private static async Task<OfficeId?> Office(ImportDesk desk, ImportRow row, UnitId unit, DateOnly from)
    {
        if (row.TextOrNone("内设机构") is not { } name) return null;
        var found = (await desk.Tree()).Find(unit)!.Offices.FirstOrDefault(office => office.Name == name && office.Lifetime.Covers(from));
        return found?.Id ?? throw new ImportFaultException("内设机构", Say($"{row.Text("单位")}在{from:yyyy年M月d日}没有“{ImportRow.Shown(name)}”。",
            $"“{row.Text("单位")}” has no “{ImportRow.Shown(name)}” on {from:yyyy-MM-dd}."));
    }
}
