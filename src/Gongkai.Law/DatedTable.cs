using System.Globalization;
using System.Reflection;

namespace Gongkai.Law;

/// <summary>随程序带着的表：一个 CSV，<c>#</c> 开头的是说明，第一行是列名。法律变了，加一行，不改程序。</summary>
public static class DatedTable
{
    /// <summary>本工程带着的表，逐行读出；<paramref name="path"/> 写作 <c>Fees/tariff.csv</c>。</summary>
    public static IEnumerable<Row> Read(string path) => Read(path, typeof(DatedTable).Assembly);

    /// <summary>别的工程带着的表，逐行读出。</summary>
    /// <exception cref="InvalidOperationException">程序没有带上这张表，或者表有一行读不懂。</exception>
    public static IEnumerable<Row> Read(string path, Assembly holder)
    {
        using var stream = holder.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"程序没有带上 {path}。");
        using var reader = new StreamReader(stream);
        string[]? columns = null;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split(',');
            if (columns is null) columns = fields;
            else if (fields.Length == columns.Length) yield return new Row(path, number, columns, fields);
            else throw new InvalidOperationException($"{path} 第{number}行有 {fields.Length} 列，应为 {columns.Length} 列。");
        }
    }

    /// <summary>某个文件夹之下的各表，按名字排列。</summary>
    internal static IEnumerable<string> Names(string folder) =>
        typeof(DatedTable).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>表的一行，按列名取值；空格子是没有。</summary>
    public sealed record Row(string Table, int Line, string[] Columns, string[] Fields)
    {
        public string Text(string column) => Find(column) ?? throw Invalid(column);

        public string? TextOrNone(string column) => Find(column);

        public int Number(string column) => NumberOrNone(column) ?? throw Invalid(column);

        public int? NumberOrNone(string column) => Find(column) is not { } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw Invalid(column);

        public DateOnly Date(string column) => DateOrNone(column) ?? throw Invalid(column);

        public DateOnly? DateOrNone(string column) => Find(column) is not { } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw Invalid(column);

        private string? Find(string column)
        {
            var at = Array.IndexOf(Columns, column);
            return at < 0 ? throw Invalid(column) : Fields[at].Length == 0 ? null : Fields[at];
        }

        private InvalidOperationException Invalid(string column) => new($"{Table} 第{Line}行的“{column}”列读不懂。");
    }
}
