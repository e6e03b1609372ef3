using Gongkai.AnnualReports.Forms;
using Gongkai.AnnualReports.Reading.Flat;
using Gongkai.AnnualReports.Reading.Labels;

namespace Gongkai.AnnualReports.Reading.Tables;

/// <summary>从头到尾走一遍表格所在的区间，把标签与数分开：哪些数跟着哪个标签，哪些数前面没有标签。</summary>
internal sealed class TableScan
{
    /// <summary>没有行标签。</summary>
    private const int None = -1;

    private readonly FlatText _text;
    private readonly FormTable _table;
    private readonly int _from;
    private readonly int _to;
    private readonly List<FoundLabel> _labels;

    private int _nextLabel;
    private int _current = None;
    private ValueRow? _plain;

    private TableScan(FlatText text, FormTable table, int from, int to, List<FoundLabel> labels)
    {
        _text = text;
        _table = table;
        _from = from;
        _to = to;
        _labels = labels;
    }

    /// <summary>跟着标签的数：行号到它的数，按出现顺序，同一行可能出现几次。</summary>
    public List<(int Row, ValueRow Values)> Attached { get; } = [];

    /// <summary>前面没有标签的整行数。</summary>
    public List<ValueRow> Loose { get; } = [];

    /// <summary>孤零零的数：不成一行，也不跟着标签。</summary>
    public List<ValueToken> Strays { get; } = [];

    /// <param name="text">原文。</param>
    /// <param name="table">表的格式。</param>
    /// <param name="from">区间起点（含）。</param>
    /// <param name="to">区间终点（不含）。</param>
    /// <param name="labels">区间内的行标签与划界标签，按位置排列、互不重叠。</param>
    public static TableScan Run(FlatText text, FormTable table, int from, int to, List<FoundLabel> labels)
    {
        var scan = new TableScan(text, table, from, to, labels);
        if (from < to) scan.Walk();
        return scan;
    }

    private void Walk()
    {
        var last = _text.RowAt(_to - 1);
        for (var row = _text.RowAt(_from); row <= last; row++)
        {
            if (_text.Rows[row].IsTabular) WalkTabular(_text.Rows[row]);
            else WalkPlain(_text.Rows[row]);
        }

        ClosePlain();
    }

    /// <summary>分了格的一行：标签与数在同一行里，标签左、数右。</summary>
    private void WalkTabular(FlatRow row)
    {
        var key = None;
        var (labelled, doubled) = (false, false);
        var cells = new List<ValueToken>(row.EndPiece - row.FirstPiece);
        for (var index = row.FirstPiece; index < row.EndPiece; index++)
        {
            var piece = _text.Pieces[index];
            if (piece.Start < _from || piece.End > _to) continue;
            var (label, rest) = TakeLabels(piece);
            if (label != None || rest > piece.Start)
            {
                labelled = true;
                doubled |= key != None && label != None && label != key;
                key = label != None ? label : key;
                cells.Clear();
                if (rest < piece.End) AddTokens(cells, piece, rest);
                continue;
            }

            // 行标签之后又不是数、又含数字的一格，是粘连或者读不懂的数，不能当它没有。
            if (!piece.IsBlank && !IsValue(piece) && !(key != None && HasDigit(piece)))
            {
                if (cells.TrueForAll(cell => cell.IsBlank)) cells.Clear();
                continue;
            }

            cells.Add(TokenOf(piece, piece.Start, piece.End));
        }

        var values = new ValueRow(Tabular: true, cells, row.Start, row.Place);
        var filled = values.Filled;
        if (!labelled && filled == 0) return;
        ClosePlain();
        if (doubled)
        {
            // 一行数前面有两个行标签，不知道是谁的。
            Strays.AddRange(cells.Where(cell => !cell.IsBlank));
            _current = None;
        }
        else if (key != None && cells.Count > 0)
        {
            Attached.Add((key, values));
            _current = None;
        }
        else if (key != None)
        {
            _current = key;
        }
        else if (!labelled && filled > 1)
        {
            Loose.Add(values);
            _current = None;
        }
        else if (!labelled && _current != None)
        {
            Attached.Add((_current, values));
            _current = None;
        }
        else
        {
            // 只有分组标签，或者标签残片旁边的数：不知道是谁的，也不能当它没有。
            Strays.AddRange(cells.Where(cell => !cell.IsBlank));
        }
    }

    /// <summary>没有分格的行（或一行只有一格）：数跟着前面最近的标签，直到下一个标签。</summary>
    private void WalkPlain(FlatRow row)
    {
        // 数已经齐了，后面的句子是表下的说明。
        if (_plain is not null && _current != None && _plain.Tokens.Count >= Columns(_current) && _text.Content.AsSpan(row.Start, row.End - row.Start).Contains('。')) ClosePlain();
        for (var index = row.FirstPiece; index < row.EndPiece; index++)
        {
            var piece = _text.Pieces[index];
            if (piece.End < _from || piece.Start >= _to) continue;
            if (piece.IsBlank)
            {
                if (_current != None) Plain(row).Tokens.Add(TokenOf(piece, piece.Start, piece.End));
                continue;
            }

            var at = Math.Max(piece.Start, _from);
            var end = Math.Min(piece.End, _to);
            while (at < end)
            {
                var label = _nextLabel < _labels.Count ? _labels[_nextLabel] : null;
                if (label is not null && label.Start <= at)
                {
                    at = Math.Min(label.End, end);
                    if (label.End <= end) Enter(label);
                    continue;
                }

                var stop = label is not null && label.Start < end ? label.Start : end;
                AddRuns(piece, at, stop, row);
                at = stop;
            }
        }
    }

    private void Enter(FoundLabel label)
    {
        _nextLabel++;
        ClosePlain();
        _current = label.Pattern.Row;
    }

    /// <summary>一段没有标签的文字：挑出其中的数，别的字是标签的残片，不理会。</summary>
    private void AddRuns(Piece piece, int from, int to, FlatRow row)
    {
        foreach (var (start, end) in ValueRuns.In(_text.Content, from, to))
        {
            var token = TokenOf(piece, start, end);
            if (_current == None) Strays.Add(token);
            else Plain(row).Tokens.Add(token);
        }
    }

    private ValueRow Plain(FlatRow row) => _plain ??= new ValueRow(Tabular: false, [], row.Start, row.Place);

    private void ClosePlain()
    {
        if (_plain is not null && _current != None)
        {
            var (own, loose) = PlainLines.Divide(_plain, Columns(_current));
            Attached.Add((_current, own));
            Loose.AddRange(loose);
        }

        if (_plain is not null) _current = None;
        _plain = null;
    }

    private int Columns(int row) => _table.Rows[row].Columns.Length;

    /// <summary>吃掉落在这一片里的标签；返回最后一个行标签的行号与标签之后的位置。</summary>
    private (int Row, int After) TakeLabels(Piece piece)
    {
        var key = None;
        var rest = piece.Start;
        while (_nextLabel < _labels.Count && _labels[_nextLabel] is var label && label.Start < piece.End)
        {
            if (label.End <= piece.Start)
            {
                _nextLabel++;
                continue;
            }

            rest = Math.Min(label.End, piece.End);
            if (label.End > piece.End) break;
            key = label.Pattern.Row != None ? label.Pattern.Row : key;
            _nextLabel++;
        }

        return (key, rest);
    }

    private void AddTokens(List<ValueToken> cells, Piece piece, int from)
    {
        foreach (var (start, end) in ValueRuns.In(_text.Content, from, piece.End))
            cells.Add(TokenOf(piece, start, end));
    }

    private bool IsValue(Piece piece) => ValueText.IsValue(_text.Content.AsSpan(piece.Start, piece.End - piece.Start));

    private bool HasDigit(Piece piece) => _text.Content.AsSpan(piece.Start, piece.End - piece.Start).IndexOfAnyInRange('0', '9') >= 0;

    private ValueToken TokenOf(Piece piece, int start, int end) => new(_text, start, end, piece.Row, piece.Column);
}
