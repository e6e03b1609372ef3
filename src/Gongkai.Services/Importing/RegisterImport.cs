using System.Collections.Immutable;
using Gongkai.Law;
using Gongkai.Organisations.Registers;
using Gongkai.Organisations.Units;
using Gongkai.Services.Registers;

namespace Gongkai.Services.Importing;

/// <summary>导入台账：一行登记一笔；已经登记过、填的也一样的，就是它，不重复。各列由台账的格式得出。</summary>
internal static class RegisterImport
{
    private const string Unit = "单位";
    private const string Office = "报来的科室";
    private const string Note = "备注";

    /// <summary>一本台账的导入代码，例如 register-permits。</summary>
    public static string CodeOf(RegisterForm form) => $"register-{form.Code}";

    public static ImmutableArray<ImportColumn> Columns(RegisterForm form) =>
    [
        new(Unit, true, "写全称。", "云泽市林业局"),
        new(RegisterText.DateName(form.Rhythm), true, form.Rhythm switch { RegisterRhythm.Monthly => "写作 2026-03。", RegisterRhythm.Yearly => "写作 2026。", _ => "写作 2026-03-02。" }, ExampleDate(form.Rhythm)),
        .. form.Fields.Select(field => new ImportColumn(field.Name, field.IsRequired, Explanation(field), field.Example)),
        new(Office, false, "内设机构的名称；不分科室的不填。", ""),
        new(Note, false, "没有的不填。", ""),
    ];

    /// <summary>认一笔的各列。</summary>
    public static string Identity(RegisterForm form) => string.Join('、', form.KeyFields.Select(field => field.Name).Prepend(RegisterText.DateName(form.Rhythm)).Prepend(Unit));

    public static async Task<Outcome<ImportedRow>> Take(ImportDesk desk, ImportRow row, RegisterForm form)
    {
        var unit = await desk.Unit(row, Unit);
        var values = form.Fields.ToDictionary(field => field.Code, field => row.TextOrNone(field.Name) ?? "");
        // 先看填的：填错的不必去办一遍。
        if (RegisterDecisions.Read(form, values).Refusal is { } wrong) return Fault(form, wrong);
        var input = new RegisterInput(unit, form.Code, row.TextOrNone(RegisterText.DateName(form.Rhythm)), values, await OfficeOf(desk, row, unit), row.TextOrNone(Note), []);
        var added = await desk.Registers.Desk.Add(desk.By, input, null, desk.Cancel);
        return added.Refusal is { } refusal ? Fault(form, refusal) : added.Value.IsNew ? ImportedRow.Stored : ImportedRow.Already;
    }

    private static Refusal Fault(RegisterForm form, Refusal refusal) =>
        refusal is RegisterRefusal { Faults: [var first, ..] } && form.Find(first.Field ?? "") is { } field ? throw new ImportFaultException(field.Name, refusal.Reason) : refusal;

    private static async Task<OfficeId?> OfficeOf(ImportDesk desk, ImportRow row, UnitId unit)
    {
        if (row.TextOrNone(Office) is not { } name) return null;
        return (await desk.Tree()).Find(unit)!.Offices.LastOrDefault(office => office.Name == name)?.Id
            ?? throw new ImportFaultException(Office, Say($"{row.Text(Unit)}没有“{ImportRow.Shown(name)}”。", $"“{row.Text(Unit)}” has no “{ImportRow.Shown(name)}”."));
    }

    private static string Explanation(RegisterField field) => field.Kind switch
    {
        RegisterFieldKind.Choice => $"{string.Join("、", field.Choices)}之一。{field.Help}",
        RegisterFieldKind.YesNo => $"是、否。{field.Help}",
        RegisterFieldKind.Date => $"写作 2026-03-02。{field.Help}",
        RegisterFieldKind.Moment => $"北京时间，写作 2026-03-02 09:30。{field.Help}",
        RegisterFieldKind.Count => $"个数{(field.Unit is { } unit ? $"，{unit}" : "")}；没有的写 0。{field.Help}",
        RegisterFieldKind.Money => $"金额，{field.Unit}，至多两位小数。{field.Help}",
        RegisterFieldKind.Link => $"网址。{field.Help}",
        _ => field.Help ?? "文字。",
    };

    private static string ExampleDate(RegisterRhythm rhythm) => RegisterText.ShowDate(rhythm, new DateOnly(2026, 3, 2));
}
