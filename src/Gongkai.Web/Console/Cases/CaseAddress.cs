using System.Globalization;
using Gongkai.Organisations.Units;
using Gongkai.Requests.Counting;
using Gongkai.Requests.Intake;
using Gongkai.Requests.Process;
using Gongkai.Services.Requests;

namespace Gongkai.Web.Console.Cases;

/// <summary>后台里依申请公开各页的地址。</summary>
internal static class CaseAddress
{
    public const string List = "/console/cases";

    public const string Counts = $"{List}/counts";

    public static string ListOf(UnitId unit) => $"{List}?unit={unit}";

    public static string WorkbookOf(UnitId unit, int year) => string.Create(CultureInfo.InvariantCulture, $"{List}.xlsx?unit={unit}&year={year}");

    public static string CountsOf(UnitId unit, int year) => string.Create(CultureInfo.InvariantCulture, $"{Counts}?unit={unit}&year={year}");

    public const string Retention = $"{List}/retention";

    public static string RetentionOf(UnitId unit) => $"{Retention}?unit={unit}";

    public static string Archive(CaseId id) => $"{Of(id)}/archive.zip";

    public const string Years = $"{List}/years";

    public static string YearOf(UnitId unit, int year) => string.Create(CultureInfo.InvariantCulture, $"{Years}?unit={unit}&year={year}");

    /// <summary>快照表三的一格是哪些件。</summary>
    public static string YearCellOf(UnitId unit, int year, string row, ApplicantKind column) => $"{YearOf(unit, year)}&row={row}&column={column}#cell";

    /// <summary>表三的一格是哪些件。</summary>
    public static string CellOf(UnitId unit, int year, string row, ApplicantKind column) => $"{CountsOf(unit, year)}&row={row}&column={column}#cell";

    public static string Of(CaseId id) => $"{List}/{id}";

    /// <summary>一件事的页面：表单交到这里，也可以直接打开。</summary>
    public static string Act(CaseId id, CaseAction action) => $"{Of(id)}/acts/{WordOf(action)}";

    public const string New = $"{List}/new";

    public static string NewOf(UnitId unit) => $"{New}?unit={unit}";

    public static string Files(CaseId id) => $"{Of(id)}/files";

    public static string File(CaseId id, int number) => string.Create(CultureInfo.InvariantCulture, $"{Of(id)}/files/{number}");

    public static string Redaction(CaseId id, int number, int page = 1) => string.Create(CultureInfo.InvariantCulture, $"{File(id, number)}/redaction?page={page}");

    public static string PagePicture(CaseId id, int number, int page) => string.Create(CultureInfo.InvariantCulture, $"{File(id, number)}/pages/{page}.png");

    public static string Released(CaseId id, int number) => $"{File(id, number)}/released";

    public static string Letter(CaseId id, int number) => string.Create(CultureInfo.InvariantCulture, $"{Of(id)}/letters/{number}");

    public static string LetterFile(CaseId id, int number) => $"{Letter(id, number)}.docx";

    /// <summary>动作在地址里的写法，例如 send-answer。</summary>
    public static string WordOf(CaseAction action) => CaseDesk.KindOf(action)[CaseDesk.KindPrefix.Length..];

    /// <summary>地址里写的动作；没有这样的为空。</summary>
    public static CaseAction? ActionOf(string? word) => Enum.GetValues<CaseAction>().Where(action => WordOf(action) == word).Cast<CaseAction?>().FirstOrDefault();
}
