using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;
using Gongkai.AnnualReports.Rules.Prose;

namespace Gongkai.AnnualReports.Rules.Text;

/// <summary>表里与正文的数对应的数：一格或几格之和。</summary>
/// <param name="Known">读得出的各格之和；另有格子空着或读不准时，只是下限。</param>
/// <param name="Whole">各格都是数。</param>
/// <param name="Detailed">同行明细之和；与印出来的总计不同时，说明总计自己就印错了（由勾稽规则去报）。</param>
internal sealed record PrintedSum(decimal Known, bool Whole, decimal Detailed, ImmutableArray<CellPath> Cells)
{
    public TableKind Table => Cells[0].Table;

    private static readonly TableKind[] Kinds = [.. Enum.GetValues<Indicator>().Select(indicator => Place(indicator).Kind)];

    /// <summary>各种格式里，一项指标对应哪几格；查一次表就知道，不逐行去找。</summary>
    private static readonly FrozenDictionary<(FormId Form, Indicator Indicator), Located> Places = Enum.GetValues<Indicator>()
        .SelectMany(indicator => FormCatalogue.All.Select(form => (Key: (form.Id, indicator), Located: Locate(form, indicator))))
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Located);

    /// <summary>正文的数与它相符：等于总计，或者总计自己印错而等于明细之和。</summary>
    public bool Agrees(decimal value) => Whole ? value == Known || value == Detailed : value == Known && Known > 0;

    /// <summary>几项指标在表里的和；表没有读到、或者这种格式没有这一项时为空。</summary>
    public static PrintedSum? Of(AnnualReport report, params ReadOnlySpan<Indicator> indicators)
    {
        var known = 0m;
        var detailed = 0m;
        var whole = true;
        ImmutableArray<CellPath> cells = [];
        foreach (var indicator in indicators)
        {
            if (report.Table(Kinds[(int)indicator]) is not { } table) return null;
            var located = Places[(table.Form.Form, indicator)];
            foreach (var (row, column) in located.Cells)
            {
                var cell = table[row, column];
                whole &= cell.IsNumber;
                known += cell.Number ?? 0;
                detailed += table.Form.Kind == TableKind.Disclosure ? cell.Number ?? 0 : Details(table, row) ?? cell.Number ?? 0;
            }

            cells = cells.IsEmpty ? located.Paths : [.. cells, .. located.Paths];
        }

        return cells.IsEmpty ? null : new PrintedSum(known, whole, whole ? detailed : known, cells);
    }

    private static Located Locate(Form form, Indicator indicator)
    {
        var (kind, rows, columns) = Place(indicator);
        var table = kind switch { TableKind.Disclosure => form.Disclosure, TableKind.Requests => form.Requests, _ => form.Review };
        ImmutableArray<(FormRow Row, FormColumn Column)> cells =
        [
            .. table.Rows
                .Where(row => IsNamed(row.Key, rows))
                .SelectMany(row => row.Columns.Where(column => columns.Contains(column.Key, StringComparer.Ordinal)).Take(1).Select(column => (row, column))),
        ];
        return new Located(cells, [.. cells.Select(cell => new CellPath(kind, cell.Row.Key, cell.Column.Key))]);
    }

    private static bool IsNamed(string key, string[] names) =>
        Array.Exists(names, name => name.EndsWith('*') ? key.StartsWith(name[..^1], StringComparison.Ordinal) : key == name);

    private static decimal? Details(ReportTable table, FormRow row)
    {
        var sum = 0m;
        foreach (var cell in table.Row(row)[..^1])
        {
            if (!cell.IsNumber) return null;
            sum += cell.Value;
        }

        return sum;
    }

    private static (TableKind Kind, string[] Rows, string[] Columns) Place(Indicator indicator) => indicator switch
    {
        Indicator.Received => Requests("newlyReceived"),
        Indicator.CarriedIn => Requests("carriedIn"),
        Indicator.Answered => Requests("totalProcessed"),
        Indicator.CarriedOut => Requests("carriedOut"),
        Indicator.Granted => Requests("granted"),
        Indicator.PartlyGranted => Requests("partlyGranted"),
        Indicator.Refused => Requests("refused*"),
        Indicator.Unavailable => Requests("unavailable*"),
        Indicator.NotProcessed => Requests("notProcessed*"),
        Indicator.OtherProcessed => Requests("other*"),
        Indicator.Reconsideration => Review("reconsideration"),
        Indicator.Litigation => Review("directLitigation", "litigationAfterReconsideration"),
        Indicator.DirectLitigation => Review("directLitigation"),
        Indicator.LitigationAfterReconsideration => Review("litigationAfterReconsideration"),
        Indicator.RegulationsIssued => Disclosure("regulations", "issued", "made"),
        Indicator.RegulationsPublished => Disclosure("regulations", "published"),
        Indicator.RegulationsRepealed => Disclosure("regulations", "repealed"),
        Indicator.RegulationsInForce => Disclosure("regulations", "inForce"),
        Indicator.NormativeIssued => Disclosure("normativeDocuments", "issued", "made"),
        Indicator.NormativePublished => Disclosure("normativeDocuments", "published"),
        Indicator.NormativeRepealed => Disclosure("normativeDocuments", "repealed"),
        Indicator.NormativeInForce => Disclosure("normativeDocuments", "inForce"),
        Indicator.Licences => Disclosure("licences", "decisions"),
        Indicator.Penalties => Disclosure("penalties", "decisions"),
        Indicator.Coercions => Disclosure("coercions", "decisions"),
        Indicator.ProcurementItems => Disclosure("procurement", "items"),
        Indicator.ProcurementAmount => Disclosure("procurement", "amount"),
        _ => (TableKind.Requests, [], []),
    };

    private static (TableKind Kind, string[] Rows, string[] Columns) Requests(string row) => (TableKind.Requests, [row], ["total"]);

    private static (TableKind Kind, string[] Rows, string[] Columns) Review(params string[] rows) => (TableKind.Review, rows, ["total"]);

    private static (TableKind Kind, string[] Rows, string[] Columns) Disclosure(string row, params string[] columns) => (TableKind.Disclosure, [row], columns);

    private sealed record Located(ImmutableArray<(FormRow Row, FormColumn Column)> Cells, ImmutableArray<CellPath> Paths);
}
