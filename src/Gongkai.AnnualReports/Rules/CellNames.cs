using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.AnnualReports.Rules;

/// <summary>把格子、行说成人话：“（一）予以公开”自然人列。</summary>
internal static class CellNames
{
    /// <summary>行名；“3.其他”这类离开上级就说不清的，带上上级标签；括号里的填表说明省去。</summary>
    public static string Row(FormRow row)
    {
        var caption = row.Caption.Official;
        var hint = caption.IndexOf("（区分处理", StringComparison.Ordinal);
        if (hint > 0) caption = caption[..hint];
        return row.Groups.Length > 1 || row.Groups is ["行政诉讼"] ? row.Groups[^1] + caption : caption;
    }

    /// <summary>引起来的行名；英文另加它的意思。</summary>
    public static string Quoted(FormRow row) => Say($"“{Row(row)}”", $"“{Row(row)}” ({row.Caption.English})");

    /// <summary>一格：行名加列名。</summary>
    public static string Cell(FormRow row, FormColumn column) => Say($"{Quoted(row)}{column.Caption.Official}", $"{Quoted(row)}, {column.Caption.English}");

    /// <summary>一格、一行或整表，带表名。</summary>
    public static string Path(FormTable form, CellPath path)
    {
        var table = TableKeys.Name(form.Kind);
        if (path.Row is null || form.Row(path.Row) is not { } row) return table;
        foreach (var column in row.Columns)
            if (column.Key == path.Column) return Say($"{table}{Cell(row, column)}", $"{table}, {Cell(row, column)}");
        return Say($"{table}“{Row(row)}”行", $"{table}, row {Quoted(row)}");
    }

    /// <summary>数字写成不带多余零的样子。</summary>
    public static string Number(decimal value) => value.ToString("0.##########", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>带符号的数字，用于增减：+5、-3、+0。</summary>
    public static string Signed(decimal value) => value < 0 ? Number(value) : $"+{Number(value)}";
}
