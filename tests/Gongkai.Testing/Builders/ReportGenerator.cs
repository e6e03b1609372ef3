using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Model;

namespace Gongkai.Testing.Builders;

/// <summary>造前后一致的年报：表内各等式成立，正文的数与表一致，落款在期限之内。同一个种子总是同一份报告。</summary>
public sealed class ReportGenerator
{
    private readonly Random _random;
    private readonly ReportShape _shape;
    private readonly ReportSize _size;
    private readonly Form _form;
    private readonly InventedBody _body;
    private readonly int _year;

    private ReportGenerator(int seed, ReportShape shape)
    {
        _random = new Random(seed);
        _shape = shape;
        _year = shape.Year ?? _random.Next(2019, 2026);
        _size = shape.Size ?? _random.GetItems(Enum.GetValues<ReportSize>(), 1)[0];
        _body = shape.Body ?? InventedBodies.All[_random.Next(InventedBodies.All.Count)];
        _form = FormCatalogue.ForYear(_year) ?? throw new ArgumentOutOfRangeException(nameof(shape), _year, "这一年度没有统一格式");
    }

    public static AnnualReport Create(int seed, ReportShape? shape = null) => new ReportGenerator(seed, shape ?? ReportShape.Any).Create();

    private AnnualReport Create()
    {
        var disclosure = Disclosure();
        var requests = Requests();
        var review = Review();
        var prose = new GeneratedProse(_random, _body, _year, disclosure, requests, review);
        return new AnnualReport
        {
            Title = $"{_body.Name}{_year}年政府信息公开工作年度报告",
            Agency = _body.Name,
            Year = _year,
            Preamble = prose.Preamble(),
            Sections = prose.Sections(_form),
            Disclosure = Holes(disclosure),
            Requests = Holes(requests),
            Review = Holes(review),
            Signature = prose.Signature(),
        };
    }

    private ReportTable Disclosure()
    {
        var table = _form.Disclosure;
        var cells = new Cell[ReportTable.CellCount(table)];
        foreach (var row in table.Rows) DisclosureRow(row).CopyTo(cells, row.Offset);
        return new ReportTable(table, cells);
    }

    private Cell[] DisclosureRow(FormRow row) => row.Columns.Select(column => column.Key).ToArray() switch
    {
        ["issued", "repealed", "inForce"] => Stock(row.Key),
        ["made", "published", "totalPublished"] => Published(row.Key),
        ["previousItems", "change", "decisions"] => [.. Items(), Cell.Of(Count(50))],
        ["previousItems", "change"] => Items(),
        ["items", "amount"] => Procurement(),
        ["decisions"] => [Cell.Of(Count(50))],
        ["amount"] => [Cell.Of(Amount())],
        var keys => throw new InvalidOperationException($"没有教过怎样填这样的行：{string.Join('、', keys)}"),
    };

    /// <summary>规章恒为零：部门、县和乡镇没有规章制定权，市政府这一年恰好没有制定。</summary>
    private Cell[] Stock(string row)
    {
        if (row == "regulations") return [Cell.Of(0), Cell.Of(0), Cell.Of(0)];
        var issued = Count(2);
        var kept = Count(4);
        return [Cell.Of(issued), Cell.Of(Count(1)), Cell.Of(issued + kept)];
    }

    private Cell[] Published(string row)
    {
        if (row == "regulations") return [Cell.Of(0), Cell.Of(0), Cell.Of(0)];
        var made = Count(2);
        return [Cell.Of(made), Cell.Of(made), Cell.Of(made == 0 ? 0 : made + 1 + Count(4))];
    }

    private Cell[] Items()
    {
        var previous = Count(3);
        return [Cell.Of(previous), Cell.Of(previous == 0 ? 0 : _random.Next(-previous, previous + 1))];
    }

    private Cell[] Procurement()
    {
        var items = Count(2);
        return [Cell.Of(items), Cell.Of(items == 0 ? 0 : Amount() + 0.5m)];
    }

    private ReportTable Requests()
    {
        var table = _form.Requests;
        var cells = new Cell[ReportTable.CellCount(table)];
        var outcomes = table.Rows.Where(row => row.IsOutcome).ToArray();
        var columns = table.Rows[0].Columns;
        for (var column = 0; column < columns.Length - 1; column++)
        {
            var received = Count(10);
            var carriedIn = Count(1);
            var carriedOut = _random.Next(0, Math.Min(received, Count(1)) + 1);
            var processed = received + carriedIn - carriedOut;
            Set("newlyReceived", received);
            Set("carriedIn", carriedIn);
            Set("totalProcessed", processed);
            Set("carriedOut", carriedOut);
            var parts = Split(processed, outcomes.Length);
            for (var outcome = 0; outcome < outcomes.Length; outcome++) cells[outcomes[outcome].Offset + column] = Cell.Of(parts[outcome]);

            void Set(string key, int value) => cells[table.Row(key)!.Offset + column] = Cell.Of(value);
        }

        foreach (var row in table.Rows)
            cells[row.Offset + columns.Length - 1] = Cell.Of(cells.AsSpan(row.Offset, columns.Length - 1).ToArray().Sum(cell => cell.Value));
        return new ReportTable(table, cells);
    }

    private ReportTable Review()
    {
        var table = _form.Review;
        var cells = new Cell[ReportTable.CellCount(table)];
        foreach (var row in table.Rows)
        {
            var results = Enumerable.Range(0, row.Columns.Length - 1).Select(_ => Count(1)).ToArray();
            for (var column = 0; column < results.Length; column++) cells[row.Offset + column] = Cell.Of(results[column]);
            cells[row.Offset + results.Length] = Cell.Of(results.Sum());
        }

        return new ReportTable(table, cells);
    }

    /// <summary>按大小取一个数；<paramref name="weight"/> 是这一格平常的分量。</summary>
    private int Count(int weight) => _size switch
    {
        ReportSize.Zero => 0,
        ReportSize.Small => _random.Next(0, 3) == 0 ? _random.Next(0, 3 + weight) : 0,
        ReportSize.Medium => _random.Next(0, 4) == 0 ? 0 : _random.Next(0, 20 * weight),
        _ => _random.Next(0, 2_000 * weight),
    };

    private decimal Amount() => _size switch
    {
        ReportSize.Zero => 0,
        ReportSize.Small => _random.Next(0, 1_000) / 100m,
        ReportSize.Medium => _random.Next(0, 10_000_000) / 10_000m,
        _ => _random.Next(0, int.MaxValue) / 10_000m,
    };

    /// <summary>把一个数分给各行：多数落在头几行，其余随意。</summary>
    private int[] Split(int total, int parts)
    {
        var split = new int[parts];
        for (var rest = total; rest > 0;)
        {
            var part = _random.Next(1, rest + 1);
            split[_random.Next(0, 3) == 0 ? _random.Next(parts) : _random.Next(Math.Min(2, parts))] += part;
            rest -= part;
        }

        return split;
    }

    private ReportTable Holes(ReportTable table)
    {
        if (_shape is { BlankPercent: 0, RawPercent: 0 }) return table;
        string[] raw = ["无", "/", "—", "增4", "减2", "251000元", "若干", "-"];
        return table.With(cells =>
        {
            for (var index = 0; index < cells.Length; index++)
            {
                var draw = _random.Next(100);
                if (draw < _shape.BlankPercent) cells[index] = Cell.Blank();
                else if (draw < _shape.BlankPercent + _shape.RawPercent) cells[index] = Cell.Raw(raw[_random.Next(raw.Length)]);
            }
        });
    }
}
