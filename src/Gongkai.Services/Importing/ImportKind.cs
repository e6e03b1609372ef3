using System.Collections.Immutable;
using Gongkai.Data;
using Gongkai.Law;
using Gongkai.Organisations.People;
using Gongkai.Organisations.Units;
using Gongkai.Services.Organisations;
using Gongkai.Services.Publication;
using Gongkai.Services.Registers;
using Gongkai.Services.Requests;

namespace Gongkai.Services.Importing;

/// <summary>能导入的一种：有哪些列，一行怎样办。</summary>
public sealed class ImportKind
{
    private ImportKind(string code, string caption, ImmutableArray<ImportColumn> columns, string identity, Func<ImportDesk, ImportRow, Task<Outcome<ImportedRow>>> take) =>
        (Code, Caption, Columns, Identity, Take) = (code, caption, columns, identity, take);

    /// <summary>代码，就是命令里写的。</summary>
    public string Code { get; }

    /// <summary>说法。</summary>
    public string Caption { get; }

    /// <summary>各列，按模板里的次序。</summary>
    public ImmutableArray<ImportColumn> Columns { get; }

    /// <summary>凭什么认得已经有了，写在模板里；已经有、填的也一样的不再存，不一样的不予导入。</summary>
    public string Identity { get; }

    internal Func<ImportDesk, ImportRow, Task<Outcome<ImportedRow>>> Take { get; }

    /// <summary>全部。</summary>
    public static ImmutableArray<ImportKind> All { get; } =
    [
        new("units", "单位", UnitImport.Columns, "名称、设立日期", UnitImport.Take),
        new("people", "人员", PersonImport.Columns, "登录名", PersonImport.Take),
        new("items", "信息", ItemImport.Columns, "单位、名称、生成日期、文号", ItemImport.Take),
        new("normative", "规章和规范性文件", NormativeImport.Columns, "单位、标题、印发日期、文号", NormativeImport.Take),
        new("matters", "事项清单", MatterImport.Columns, "公开主体、一级事项、二级事项", MatterImport.Take),
        new("channels", "渠道账号", ChannelImport.Columns, "单位、渠道、账号名称", ChannelImport.Take),
        new("cases", "依申请公开的案件", CaseImport.Columns, "单位、案号", CaseImport.Take),
        .. RegisterCatalogue.All.Select(form => new ImportKind(RegisterImport.CodeOf(form), form.Name, RegisterImport.Columns(form), RegisterImport.Identity(form), (desk, row) => RegisterImport.Take(desk, row, form))),
    ];
}

/// <summary>一行办成了什么。</summary>
internal enum ImportedRow
{
    /// <summary>存下了。</summary>
    Stored,

    /// <summary>已经有一样的，没有再存。</summary>
    Already,
}

/// <summary>导入时手边的东西：谁在办，各项服务，按名称找单位。</summary>
internal sealed class ImportDesk(Database database, OrganisationServices organisations, PublicationServices publication, RegisterServices registers, RequestServices requests, PersonId by, CancellationToken cancel)
{
    private UnitTree? _tree;

    public Database Database => database;

    public PersonId By => by;

    public OrganisationServices Organisations => organisations;

    public PublicationServices Publication => publication;

    public RegisterServices Registers => registers;

    public RequestServices Requests => requests;

    public CancellationToken Cancel => cancel;

    /// <summary>现有的单位，按名称；同一份表里前面设立的也找得到。</summary>
    public async Task<UnitId> Unit(ImportRow row, string column)
    {
        var name = row.Text(column);
        var tree = await Tree();
        return tree.Units.FirstOrDefault(unit => unit.Latest.Name == name)?.Id ?? throw new ImportFaultException(column, Say($"没有叫“{ImportRow.Shown(name)}”的单位。",
            $"there is no unit called “{ImportRow.Shown(name)}”."));
    }

    public async Task<UnitTree> Tree()
    {
        if (_tree is not null) return _tree;
        await using var db = database.CreateContext();
        return _tree = await organisations.Trees.Load(db, cancel);
    }

    /// <summary>单位变了，再用到时重读；别的导入里单位不变，不必一行读一遍。</summary>
    public void ForgetTree() => _tree = null;
}
